/** Where the program's own files are: the same place for the sources and for the build in `dist`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** Templates of documents stand beside the subject they belong to. */
export const sourcesFolder = join(root, 'src');
export const migrationsFolder = join(root, 'migrations');
export const assetsFolder = join(root, 'dist', 'assets');

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}
