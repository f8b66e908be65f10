/** Documents to print and to keep: tagged PDF in Dutch, made by typst from a template and data. */
import { join } from 'node:path';
import { runPart } from '../part.ts';
import { sourcesFolder } from '../project.ts';

/** What the part is told. */
export interface PdfJob {
  readonly workspace: string;
  readonly template: string;
  /** JSON. The template reads it as values; nothing in it is ever read as markup. */
  readonly data: string;
  /** Seconds since 1970. */
  readonly madeAt: number;
}

/** A document of fifty pages takes a quarter of a second; a machine that is busy may need some more. */
const ms = 20_000;
const mostBytes = 20_000_000;

/**
 * The document as bytes: the same for the same template, data, moment and machine. PDF/UA-1, unless the text holds a
 * character that no font of the machine has.
 * @param data what JSON can say
 * @param template path of a `.typ` below `src`, such as `platform/documents/letter.typ`
 * @throws {PartFailed} when the template has a fault or it takes too long
 * @throws {Unavailable} when too many documents are asked for at once
 */
export function renderPdf(
  template: string,
  data: object,
  { madeAt }: { readonly madeAt: Date },
): Promise<Uint8Array> {
  const job: PdfJob = {
    workspace: sourcesFolder,
    template: join(sourcesFolder, template),
    data: JSON.stringify(data),
    madeAt: Math.floor(madeAt.getTime() / 1_000),
  };
  return runPart('pdf', { input: Buffer.from(JSON.stringify(job)), ms, mostBytes });
}
