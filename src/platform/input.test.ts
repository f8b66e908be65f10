import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, decodeForm, type Entries, line, moment, optionalText, parseValue, text } from './input.ts';

const schema = z.object({
  title: text(20),
  more: optionalText(20),
  on: day(),
  at: moment().optional(),
  yes: z.boolean().optional(),
  count: z.number().optional(),
  people: z.array(z.string()).optional(),
  agreements: z.array(z.object({ what: text(), by: day() })).optional(),
});
const decode = (entries: Entries) => decodeForm(schema, entries);

describe('a form becomes the value that the API would get', () => {
  it('keeps filled fields and leaves empty ones out', () => {
    expect(
      decode([
        ['title', 'Rust'],
        ['more', '  '],
        ['on', '2026-11-20'],
      ]),
    ).toEqual({ title: 'Rust', on: '2026-11-20' });
  });
  it('reads booleans, numbers with a comma and repeated names', () => {
    expect(
      decode([
        ['yes', 'true'],
        ['count', '2,5'],
        ['people', 'a'],
        ['people', 'b'],
      ]),
    ).toEqual({
      yes: true,
      count: 2.5,
      people: ['a', 'b'],
    });
  });
  it('reads a list that is tidied before it is checked', () => {
    const tidied = z.array(z.string()).optional().pipe(z.array(z.string()).max(2).optional());
    const read = (...entries: Entries) => decodeForm(z.object({ topics: tidied }), entries);
    expect(read(['topics', 'a'], ['topics', 'b'])).toEqual({ topics: ['a', 'b'] });
    expect(read(['topics', 'a'])).toEqual({ topics: ['a'] });
    expect(read()).toEqual({});
  });
  it('reads the wall clock of Amsterdam, in winter and in summer', () => {
    expect(decode([['at', '2026-11-20T14:00']])).toEqual({ at: '2026-11-20T13:00:00.000Z' });
    expect(decode([['at', '2026-06-20T14:00']])).toEqual({ at: '2026-06-20T12:00:00.000Z' });
  });
  it('reads rows in their order and leaves wholly empty rows out', () => {
    const rows: Entries = [
      ['agreements.10.what', 'tien'],
      ['agreements.2.what', 'twee'],
      ['agreements.2.by', '2026-12-01'],
      ['agreements.3.what', ''],
    ];
    expect(decode(rows)).toEqual({ agreements: [{ what: 'twee', by: '2026-12-01' }, { what: 'tien' }] });
  });
  it('drops fields the schema does not know and rows with absurd numbers', () => {
    expect(
      decode([
        ['__proto__', 'x'],
        ['constructor.prototype', 'y'],
        ['agreements.99999999.what', 'z'],
      ]),
    ).toEqual({});
  });
  it('never throws, whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (entries) => {
        parseValue(schema, decode(entries), 'body');
      }),
    );
  });
});

describe('all faults are found at once and said in Dutch', () => {
  const faults = (value: unknown) => {
    const parsed = parseValue(schema, value, 'body');
    return parsed.ok ? [] : parsed.faults.map(({ location, detail }) => `${location}: ${detail}`);
  };
  it('missing, too long and impossible', () => {
    expect(
      faults({ more: 'x'.repeat(21), on: '2026-02-30', at: 'morgen', agreements: [{ what: ' ' }] }),
    ).toEqual([
      'title: Vul dit in.',
      'more: Gebruik hoogstens 20 tekens.',
      'on: Vul een datum in als 20-11-2026.',
      'at: Vul een dag en tijd in als 20-11-2026 14:00.',
      'agreements.0.what: Vul dit in.',
      'agreements.0.by: Vul dit in.',
    ]);
  });
  it('what PostgreSQL cannot keep is refused, not cut', () => {
    expect(faults({ title: 'a\0b', on: '2026-01-01' })).toEqual([
      'title: Deze tekst bevat een teken dat niet bewaard kan worden. Typ de tekst opnieuw.',
    ]);
  });
  it('nor in a code or a choice, which no schema of texts looks at', () => {
    const title = { title: 'Rust', on: '2026-01-01' };
    const unkept = 'Deze tekst bevat een teken dat niet bewaard kan worden. Typ de tekst opnieuw.';
    expect(faults({ ...title, people: ['a', 'b\0', 'c', '\ud83d'] })).toEqual([
      `people.1: ${unkept}`,
      `people.3: ${unkept}`,
    ]);
    expect(faults({ ...title, people: ['a', '\ud83d\ude00'] })).toEqual([]);
  });
  it('only what a reader would see counts as filled in', () => {
    expect(faults({ title: '\u200b\u200b', on: '2026-01-01' })).toEqual(['title: Vul dit in.']);
  });
  it('emoji, right-to-left text and newlines are kept', () => {
    const parsed = parseValue(schema, { title: 'مرحبا 👩‍🏫\r\nja', on: '2026-01-01' }, 'body');
    expect(parsed).toEqual({ ok: true, value: { title: 'مرحبا 👩‍🏫\nja', on: '2026-01-01' } });
  });
});

it('a line is one line that reads as it is written, and turning signs alone are nothing', () => {
  expect(parseValue(line(20), 'Pilot \u202enavits\u202c\n twee', 'body')).toEqual({
    ok: true,
    value: 'Pilot navits twee',
  });
  expect(parseValue(line(20), '\u2066\u2069', 'body').ok).toBe(false);
});
