/** Says the text of one file: the file on stdin, its media type as the argument. See `text.ts`. */
import { readFileSync } from 'node:fs';
import { officeText } from './office-text.ts';
import { pdfText } from './pdf-text.ts';
import { unzip } from './zip.ts';

const mediaType = process.argv[2] ?? '';
boundMemory(400_000_000);
Reflect.deleteProperty(globalThis, 'fetch');
process.stdout.write(await textOf(readFileSync(0)));

async function textOf(bytes: Uint8Array): Promise<string> {
  if (mediaType === 'application/pdf') return pdfText(new Uint8Array(bytes));
  const files = unzip(bytes);
  if (files === undefined) throw new Error('not a ZIP file');
  return officeText(files);
}

/**
 * The heap has its own bound, bytes have none: a PDF of a kilobyte can ask for gigabytes of them. Whoever asks for more than
 * `most` in all gets nothing any more.
 */
function boundMemory(most: number): void {
  let asked = 0;
  const count = (size: unknown) => {
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
    onNew(name, (made, size) => {
      count(size);
      return made();
    });
  }
  // Unpacks beside us, chunk after chunk.
  onNew('DecompressionStream', (made) => {
    const { writable, readable } = made() as DecompressionStream;
    const counter = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        count(chunk.byteLength);
        controller.enqueue(chunk);
      },
    });
    return { writable, readable: readable.pipeThrough(counter) };
  });
}

/** Has a say in every `new` of this global. */
function onNew(name: string, say: (made: () => object, first: unknown) => object): void {
  const original = Reflect.get(globalThis, name);
  const construct = (target: object, given: unknown[], newTarget: object) =>
    say(() => Reflect.construct(target as never, given, newTarget as never), given[0]);
  Object.defineProperty(globalThis, name, { value: new Proxy(original, { construct }) });
}
