/** `npm run kortelijn -- COMMAND`: the program's commands. What is said here goes to stderr: stdout is the command's. */
import { buildProgram, installPackages, requireNode, runProgram } from './setup.mjs';

requireNode();
installPackages({ dev: false });
buildProgram();
runProgram(process.argv.slice(2));
