/**
 * The backup file: gzip over text. First a line of JSON that says what follows; then per table its rows as PostgreSQL's
 * COPY writes them, closed by a line `\.` with their number and SHA-256; at last a line that says that it is complete.
 * `\.` at the beginning of a line never occurs inside the rows, because COPY doubles every backslash.
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { PlainFault } from './plain-fault.ts';

/** Raised when an older program could no longer read the file. */
export const fileFormat = 1;

const headShape = z.object({
  kortelijn: z.literal('backup'),
  format: z.number(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
const footShape = z.object({ rows: z.number(), sha256: z.string() });
const endShape = z.object({ complete: z.literal(true) });

export type Head = z.output<typeof headShape>;
export type TableHead = Head['tables'][number];
export type TableFoot = z.output<typeof footShape>;

export const lineOf = (part: Head | z.output<typeof endShape>) => `${JSON.stringify(part)}\n`;
export const footOf = (foot: TableFoot) => `\\.${JSON.stringify(foot)}\n`;

/** Reads the parts of a file in the order in which they were written. */
export interface BackupReader {
  head(): Promise<Head>;
  /** The rows of the next table, as COPY wrote them. */
  rows(): AsyncGenerator<Buffer>;
  foot(): Promise<TableFoot>;
  /** Reads on to the very end, so that a file that was cut off or changed does not pass. */
  end(): Promise<void>;
  close(): void;
}

/** Every method throws a PlainFault when the file is not a backup, or damaged. */
export function readBackup(file: string): BackupReader {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  source.pipe(unzipped);
  const chunks: AsyncIterator<Buffer> = unzipped[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);

  async function more(): Promise<boolean> {
    const next = await chunks.next().catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') throw new PlainFault(`Er is geen bestand ${file}.`);
      throw damaged(file);
    });
    if (next.done) return false;
    rest = Buffer.concat([rest, next.value]);
    return true;
  }

  async function line(): Promise<string> {
    let end = rest.indexOf(0x0a);
    while (end < 0) {
      if (!(await more())) throw damaged(file);
      end = rest.indexOf(0x0a);
    }
    const text = rest.toString('utf8', 0, end);
    rest = rest.subarray(end + 1);
    return text;
  }

  async function* rows(): AsyncGenerator<Buffer> {
    let lineStarts = true;
    for (;;) {
      const at = markIn(rest, lineStarts);
      if (at !== undefined) {
        if (at > 0) yield rest.subarray(0, at);
        rest = rest.subarray(at + 2);
        return;
      }
      // The last two bytes may be the beginning of the mark.
      const sure = rest.subarray(0, Math.max(0, rest.length - 2));
      rest = rest.subarray(sure.length);
      if (sure.length > 0) {
        lineStarts = sure.at(-1) === 0x0a;
        yield sure;
      }
      if (!(await more())) throw damaged(file);
    }
  }

  return {
    head: async () => parsed(headShape, await line(), file),
    rows,
    foot: async () => parsed(footShape, await line(), file),
    async end() {
      parsed(endShape, await line(), file);
      if (rest.length > 0 || (await more())) throw damaged(file);
    },
    close: () => void source.destroy(),
  };
}

export function damaged(file: string): PlainFault {
  return new PlainFault(`${file} is geen back-up van Kortelijn, of is beschadigd. Er is niets teruggezet.`);
}

/** Where a line begins with `\.`, if one does. */
function markIn(bytes: Buffer, lineStarts: boolean): number | undefined {
  if (lineStarts && bytes.indexOf('\\.') === 0) return 0;
  const at = bytes.indexOf('\n\\.');
  return at < 0 ? undefined : at + 1;
}

function parsed<T>(shape: z.ZodType<T>, text: string, file: string): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw damaged(file);
  }
}
