/** Where the program's own files are: the same place for the sources and for the build in `dist`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = rootAbove(dirname(fileURLToPath(import.meta.url)));

export const migrationsFolder = join(root, 'migrations');
export const assetsFolder = join(root, 'dist', 'assets');

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}
