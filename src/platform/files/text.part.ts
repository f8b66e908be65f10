/** Says the text of one file: the file on stdin, its media type as the argument. See `text.ts`. */
import { readFileSync } from 'node:fs';
import { officeText } from './office-text.ts';
import { pdfText } from './pdf-text.ts';
import { unzip } from './zip.ts';

const mediaType = process.argv[2] ?? '';
boundMemory(600_000_000);
process.stdout.write(await textOf(readFileSync(0)));

async function textOf(bytes: Uint8Array): Promise<string> {
  if (mediaType === 'application/pdf') return pdfText(new Uint8Array(bytes));
  const files = unzip(bytes);
  if (files === undefined) throw new Error('not a ZIP file');
  return officeText(files);
}

/**
 * The heap has its own bound, bytes have none: a PDF of a kilobyte can ask for gigabytes of them. So whoever asks for too many
 * gets nothing more. Unpacking goes by arrays too then, instead of by a stream that nobody counts.
 */
function boundMemory(most: number): void {
  let asked = 0;
  const counting = (size: unknown) => {
    if (typeof size !== 'number') return;
    asked += size;
    if (asked > most) process.exit(1);
  };
  for (const name of [
    'Uint8Array',
    'Uint8ClampedArray',
    'Uint16Array',
    'Uint32Array',
    'Int32Array',
  ] as const) {
    const Original = globalThis[name];
    Object.defineProperty(globalThis, name, {
      value: new Proxy(Original, {
        construct(target, given, newTarget) {
          counting(given[0]);
          return Reflect.construct(target, given, newTarget);
        },
      }),
    });
  }
  Object.defineProperty(globalThis, 'DecompressionStream', { value: undefined });
  Object.defineProperty(globalThis, 'fetch', { value: undefined });
}
