/** `npm run kortelijn -- COMMAND`: the program's commands. What is said here goes to stderr: stdout is the command's. */
import { buildForCommand, buildProgram, installPackages, requireNode, runProgram } from './setup.mjs';

requireNode();
installPackages({ dev: false });
const args = process.argv.slice(2);
if (args[0] === 'start' || args[0] === 'serve') {
  buildProgram();
  runProgram(args);
} else runProgram(args, buildForCommand());
