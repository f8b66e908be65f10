/** The heads of the chains, kept outside the database: who can change the audit there cannot change this file by it. */
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { PlainFault } from '../../platform/plain-fault.ts';
import type { AnchorLine } from './chain.ts';

const lineShape = z.object({
  tenant: z.string(),
  tenantId: z.uuid(),
  number: z.int(),
  hash: z.string(),
  at: z.string(),
  restored: z.literal(true).optional(),
});

/** Adds lines at the end and waits until the disk has them. */
export async function appendAnchor(file: string, lines: readonly AnchorLine[]): Promise<void> {
  if (lines.length === 0) return;
  await mkdir(dirname(file), { recursive: true });
  const target = await open(file, 'a', 0o600);
  try {
    await target.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await target.sync();
  } finally {
    await target.close();
  }
}

/**
 * The lines, oldest first; none when there is no file yet.
 * @throws {PlainFault} when the file holds something else
 */
export async function readAnchor(file: string): Promise<readonly AnchorLine[]> {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw new PlainFault(`Het anker ${file} is niet te lezen (${fault.code ?? 'onbekende fout'}).`);
  });
  // A line without its end was being written when the power went: its head is written again at the next sealing.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return whole.filter(Boolean).map((line, nth) => {
    const parsed = lineShape.safeParse(parsedJson(line));
    if (parsed.success) return parsed.data as AnchorLine;
    throw new PlainFault(
      `Regel ${nth + 1} van het anker ${file} is niet te lezen. Is het bestand gewijzigd?`,
    );
  });
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
