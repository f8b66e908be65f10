/** `npm start`: everything a newcomer needs, with the demonstration unless the surroundings are real. */
import { buildProgram, installPackages, requireNode, runProgram } from './setup.mjs';

requireNode();
installPackages({ dev: false });
buildProgram();

const { env } = process;
const real = env.OIDC_ISSUER || env.DATABASE_URL || env.NODE_ENV === 'production';
if (!env.KORTELIJN_DEMO && !real) env.KORTELIJN_DEMO = '1';
runProgram(['start']);
