/** Input as careless clients and attackers send it: valid, nearly valid and absurd values of a JSON schema (fast-check). */
import fc from 'fast-check';

export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
}

/** Texts that broke programs before: NUL, half characters, formulas, markup, SQL, paths, header lines, endless ones. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202e\u200f',
  'e\u0301'.repeat(50),
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
  '\ufeff',
  '\u0001\u0008\u001b[31m',
  '=1+1',
  '@SUM(A1)',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'; drop table concern; --",
  "' or '1'='1",
  '%00%2e%2e/..',
  '../../../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  'javascript:alert(1)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else's is what is tried
  '${jndi:ldap://a}',
  '{{7*7}}',
  '__proto__',
  'constructor',
  '0',
  '-1',
  '1e309',
  '99999999999999999999',
  'NaN',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '-004713-01-01',
  '275760-09-13',
  '2026-01-01T25:00:00Z',
  '+275760-09-13T00:00:00.000Z',
  '0001-01-01T00:00:00Z',
  'W10',
  'é'.repeat(300),
  'x'.repeat(10_001),
  '0190a000-0000-7000-8000-000000000000',
  '00000000-0000-0000-0000-000000000000',
];

/** Places in a list that are none: JSON that is no cursor, keys of another list, hours and days that are none. */
export const nastyCursors: readonly string[] = [
  ['garbage', '0190a000-0000-7000-8000-000000000000'],
  ['2026-13-45', '0190a000-0000-7000-8000-000000000000'],
  ['2026-01-01T00:00:00Z', '0190a000-0000-7000-8000-000000000000'],
  ['infinity', '0190a000-0000-7000-8000-000000000000'],
  ["'; select pg_sleep(5); --", '0190a000-0000-7000-8000-000000000000'],
  ['99999999-01-01', '0190a000-0000-7000-8000-000000000000'],
  ['x', 'y'],
  [1, 2],
  [],
  {},
  null,
].map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));

const nastyValues: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[[[[]]]]],
  JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{}}}'),
  ...nastyTexts,
];

/** Without half characters: UTF-8 cannot say those in an address. */
const isSayable = (text: string) => !/\p{Surrogate}/u.test(text);

const nastyText = fc.constantFrom(...nastyTexts);
const anything = fc.constantFrom(...nastyValues);

/** A value for the schema: mostly lawful, one in `1 + often` not. `pool` holds ids and codes that exist. */
export function inputFor(schema: Schema, pool: readonly string[], often = 9): fc.Arbitrary<unknown> {
  const lawful = lawfulOf(schema, pool, often);
  return fc.oneof({ arbitrary: lawful, weight: often }, { arbitrary: anything, weight: 1 });
}

function lawfulOf(schema: Schema, pool: readonly string[], often: number): fc.Arbitrary<unknown> {
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => inputFor(choice, pool, often)));
  if (schema.allOf !== undefined)
    return fc
      .tuple(...schema.allOf.map((part) => lawfulOf(part, pool, often)))
      .map((parts) => Object.assign({}, ...parts));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.properties !== undefined) {
    const fields = Object.entries(schema.properties).map(
      ([name, field]) => [name, inputFor(field, pool, often)] as const,
    );
    const more = fc.dictionary(fc.constantFrom('tenant_id', 'status', '__proto__', 'role', 'x'), anything, {
      maxKeys: 1,
    });
    return fc
      .tuple(fc.record(Object.fromEntries(fields), { requiredKeys: [] }), more)
      .map(([known, unknown]) => ({ ...unknown, ...known }));
  }
  if (schema.type === 'array') return fc.array(inputFor(schema.items ?? {}, pool, often), { maxLength: 4 });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'integer' || schema.type === 'number') return fc.integer({ min: -2, max: 500 });
  if (schema.format === 'date')
    return fc.constantFrom('2026-01-05', '2025-09-01', '2026-06-30', '2099-01-01');
  if (schema.format === 'date-time')
    return fc.constantFrom('2026-12-01T10:00:00Z', '2030-01-01T00:00:00+02:00');
  if (schema.format === 'uuid') return fc.constantFrom(...pool);
  return fc.oneof(
    { arbitrary: fc.lorem({ maxCount: 8 }), weight: 4 },
    { arbitrary: fc.constantFrom(...pool), weight: 3 },
    { arbitrary: nastyText, weight: 2 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 1 },
  );
}

/** Part of an address: an id or code that exists, or nonsense. */
export function segment(pool: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...pool), weight: 3 },
    {
      arbitrary: fc
        .constantFrom(...nastyTexts, 'x'.repeat(4_000))
        .filter((text) => text !== '' && isSayable(text)),
      weight: 1,
    },
  );
}

/** What may stand behind the question mark. */
export const queryValue: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nastyTexts.filter(isSayable), ...nastyCursors),
  fc.string({ maxLength: 12 }).filter(isSayable),
  fc.integer().map(String),
);

export const headers: fc.Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    'idempotency-key': fc.constantFrom('a', 'b', 'x'.repeat(201), '', "'--", 'é', 'k'.repeat(200)),
    'if-match': fc.constantFrom('"1"', '"2"', '"3"', 'W/"4"', '*', '"999999999999999999"', '"-1"', 'x', ''),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'multipart/form-data; boundary=',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'x',
    ),
    accept: fc.constantFrom('text/html', 'application/xml', '*/*;q=0'),
    origin: fc.constantFrom('null', 'https://elders.example', 'geen adres', ''),
    'sec-fetch-site': fc.constantFrom('cross-site', 'same-site', 'none', 'x'),
    'content-length': fc.constantFrom('0', '-1', '1e9', 'x'),
  },
  { requiredKeys: [] },
);
