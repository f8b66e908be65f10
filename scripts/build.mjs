// Turns the sources into `dist`: one program with the parts that run in a process of their own, one stylesheet, one small script, others for passkeys and visits, all named after their content.
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const assetsDir = join(root, 'dist', 'assets');

/**
 * Builds the program and its assets; takes well under a second and leaves unchanged files alone.
 * `dist/assets/manifest.json` holds the addresses that `Document` needs: `{ style, script, passkey, visits, worker, font, icon }`.
 * @returns {Promise<void>} rejects with esbuild's own error when the sources do not compile
 */
export async function build() {
  const began = new Date();
  const esbuild = await import('esbuild');
  await Promise.all([buildProgram(esbuild), buildAssets(esbuild)]);
  // Left alone because a newer source changed nothing in it, it would be built again at every start.
  await utimes(join(root, 'dist', 'main.js'), began, began);
}

/** The program alone, in a folder of its own: for a command beside a server that still serves what was built before. */
export async function buildApart() {
  const esbuild = await import('esbuild');
  await buildProgram(esbuild, join(root, 'dist', 'apart'));
  const now = new Date();
  await utimes(join(root, 'dist', 'apart', 'main.js'), now, now);
}

async function buildProgram(esbuild, outdir = join(root, 'dist')) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      'parts/pdf': 'src/platform/documents/pdf.part.ts',
      'parts/text': 'src/platform/files/text.part.ts',
      'parts/picture': 'src/platform/files/picture.part.ts',
      'parts/planner': 'src/deployment/plans/plan.part.ts',
    },
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    write: false,
    logLevel: 'warning',
  });
  await Promise.all(result.outputFiles.map(writeWhenChanged));
}

async function buildAssets(esbuild) {
  const theme = 'src/web/theme';
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      app: `${theme}/app.css`,
      enhancer: `${theme}/enhancer.ts`,
      passkey: `${theme}/passkey.ts`,
      visits: `${theme}/visits.ts`,
      'away-worker': `${theme}/away-worker.ts`,
      favicon: `${theme}/icons/favicon.svg`,
    },
    outdir: assetsDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets/',
    loader: { '.woff2': 'file', '.svg': 'copy' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  await Promise.all(result.outputFiles.map(writeWhenChanged));
  const manifest = JSON.stringify(manifestOf(result.metafile), null, 2);
  await writeWhenChanged({ path: join(assetsDir, 'manifest.json'), contents: Buffer.from(`${manifest}\n`) });
  await removeOthers(new Set([...result.outputFiles.map((file) => basename(file.path)), 'manifest.json']));
}

function manifestOf(metafile) {
  const names = Object.keys(metafile.outputs).map((path) => basename(path));
  const address = (pattern) => {
    const name = names.find((candidate) => pattern.test(candidate));
    if (!name) throw new Error(`The build made no file like ${pattern}`);
    return `/assets/${name}`;
  };
  return {
    style: address(/^app-.*\.css$/),
    script: address(/^enhancer-.*\.js$/),
    passkey: address(/^passkey-.*\.js$/),
    visits: address(/^visits-.*\.js$/),
    worker: address(/^away-worker-.*\.js$/),
    font: address(/^source-sans-3-latin-wght-normal-.*\.woff2$/),
    icon: address(/^favicon-.*\.svg$/),
  };
}

async function writeWhenChanged({ path, contents }) {
  const old = await readFile(path).catch(() => undefined);
  if (old?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}

async function removeOthers(wanted) {
  const old = (await readdir(assetsDir)).filter((name) => !wanted.has(name));
  await Promise.all(old.map((name) => rm(join(assetsDir, name), { recursive: true })));
}

if (process.argv[1] && relative(process.argv[1], fileURLToPath(import.meta.url)) === '') await build();
