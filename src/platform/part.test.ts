import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfPage } from '../../tests/support/files.ts';
import { Unavailable } from './database.ts';
import { PartFailed, runPart } from './part.ts';

const drawn = 'BT /F 12 Tf 10 100 Td (Jan) Tj ET\n';
const quick = {
  argument: 'application/pdf',
  input: pdfPage(Buffer.from(drawn)),
  ms: 15_000,
  mostBytes: 1_000,
};
/** Two million lines of text: ten kilobytes that would take a minute. */
const slow = {
  ...quick,
  input: pdfPage(deflateSync(Buffer.from(drawn.repeat(2_000_000))), { filter: '/Filter/FlateDecode' }),
  ms: 1_000,
};

describe('a part of the program', () => {
  it('answers', async () => {
    expect(Buffer.from(await runPart('text', quick)).toString()).toBe('\nJan');
  });

  it('is killed when its time is over', async () => {
    const began = performance.now();
    await expect(runPart('text', slow)).rejects.toThrow(PartFailed);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('fails when it says more than may be', async () => {
    await expect(runPart('text', { ...quick, mostBytes: 2 })).rejects.toThrow(PartFailed);
  });

  it('keeps a line of twenty and sends the next one away at once; the line is served', async () => {
    const line = Array.from({ length: 22 }, () => runPart('text', quick));
    await expect(runPart('text', quick)).rejects.toThrow(Unavailable);
    const answers = await Promise.all(line);
    expect(answers.map((answer) => answer.length)).toEqual(Array(22).fill(4));
    expect((await runPart('text', quick)).length).toBe(4);
  });

  it('takes nothing over from our surroundings', async () => {
    process.env['NODE_OPTIONS'] = '--require=/nowhere.cjs';
    try {
      expect((await runPart('text', quick)).length).toBe(4);
    } finally {
      delete process.env['NODE_OPTIONS'];
    }
  });
});
