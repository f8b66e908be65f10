/**
 * What every command does first: a Node that is new enough, the packages of package-lock.json, a fresh build.
 * Plain JavaScript on Node's own modules only, so that it also runs before anything is installed, and so that an
 * old Node still gets far enough to say that it is too old.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Ends the program with one line when this Node is older than package.json asks for. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Kortelijn heeft Node 20.19 of nieuwer nodig; dit is Node ${process.versions.node}.`);
}

/**
 * Installs the packages when they are missing or not those of package-lock.json.
 * `dev` also asks for what only tests and checks use.
 */
export function installPackages({ dev }) {
  if (packagesAreRight(dev)) return;
  say('Pakketten installeren… (eerste keer, ongeveer een halve minuut)');
  // Not `npm ci`: it refuses a lock file without the packages for other kinds of machines, and not every registry has them.
  const args = [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
    ...(dev ? ['--include=dev'] : []),
  ];
  const npm = process.env.npm_execpath;
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (done.status !== 0)
    fail('De pakketten konden niet worden geïnstalleerd. Hierboven staat wat npm meldde.');
}

/** Builds dist/ when a source is newer than the last build. */
export function buildProgram() {
  if (!isFresh('main.js')) make('build');
}

/**
 * The program for one command, below dist/. After an update a server may still serve what is there: it is left as it is, and the
 * newer sources are built apart.
 */
export function buildForCommand() {
  if (!existsSync(join(root, 'dist', 'main.js'))) make('build');
  if (isFresh('main.js')) return 'main.js';
  if (!isFresh('apart/main.js')) make('buildApart');
  return 'apart/main.js';
}

/** Whether what was built is newer than every source. */
function isFresh(program) {
  const built = join(root, 'dist', program);
  const sources = ['src', 'scripts', 'package-lock.json'].map((name) => join(root, name));
  return existsSync(built) && Math.max(...sources.map(newest)) < statSync(built).mtimeMs;
}

function make(what) {
  // In a process of its own: the bundler's memory is gone before the program starts.
  const script = `import(${JSON.stringify(new URL('build.mjs', import.meta.url).href)}).then((m) => m.${what}())`;
  const done = spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: ['ignore', 2, 2] });
  if (done.status !== 0) fail('Het programma kon niet worden gebouwd. Hierboven staat waarom.');
}

/** Runs the built program in this very process, so that signals and exit codes need no passing on. */
export function runProgram(args, built = 'main.js') {
  const program = new URL(`../dist/${built}`, import.meta.url);
  process.argv = [process.argv[0], fileURLToPath(program), ...args];
  if (process.env.npm_lifecycle_event) stopWithParent();
  return import(program.href);
}

/** npm puts a shell between itself and us; a signal ends that shell without telling us. */
function stopWithParent() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  timer.unref();
}

/** Runs a package's program with this Node, hands signals on to it and ends with its exit code. */
export function becomeTool(script, args, env) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function fail(line) {
  say(line);
  process.exit(1);
}

/** npm writes `node_modules/.package-lock.json` last, so an install that was broken off does not count. */
function packagesAreRight(dev) {
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  if (!installed) return false;
  return Object.keys(wanted).every((path) => {
    const want = wanted[path];
    const have = installed[path];
    if (path === '') return true;
    return have ? have.version === want.version : isSpare(want) || (!dev && (want.dev || want.devOptional));
  });
}

/** Packages for other kinds of machines may stay away; the database and the documents of this one may not. */
function isSpare(want) {
  const forThis =
    (!want.os || want.os.includes(process.platform)) &&
    (!want.cpu || want.cpu.includes(process.arch)) &&
    (!want.libc || want.libc.includes(libraryOfC()));
  return Boolean(want.optional || want.peer) && !(forThis && want.os && want.cpu);
}

function libraryOfC() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** The newest change in a folder; the time of a folder itself tells of files that were taken away. */
function newest(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
