/** Makes one PDF: a job as JSON on stdin, the document on stdout, what is wrong on stderr. See `pdf.ts`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfJob } from './pdf.ts';

const { resolve } = createRequire(import.meta.url);
const fonts = ['400Regular/SourceSans3_400Regular.ttf', '700Bold/SourceSans3_700Bold.ttf'];

const job: PdfJob = JSON.parse(readFileSync(0, 'utf8'));
try {
  process.stdout.write(documentOf(job));
} catch (fault) {
  process.stderr.write(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
}

function documentOf({ workspace, template, data, madeAt }: PdfJob): Buffer {
  const fontBlobs = fonts.map((name) => readFileSync(resolve(`@expo-google-fonts/source-sans-3/${name}`)));
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  const done = compiler.compile({ mainFilePath: template, inputs: { data } });
  const error = done.takeError();
  if (done.result === null || error !== null) throw new Error(JSON.stringify(error?.shortDiagnostics));
  const { result } = done;
  try {
    return compiler.pdf(result, { pdfStandard: PdfStandard.UA_1, creationTimestamp: madeAt });
  } catch {
    // The promise of PDF/UA is refused for a letter that no font has, such as an emoji. The letter still goes, tagged as well.
    return compiler.pdf(result, { creationTimestamp: madeAt });
  }
}
