/** The list as a file holds exactly the list, and nothing that stands in a concern. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRawSql } from '../../../tests/law/raw.ts';
import { comeIn, type House, openHouse, peopleWith, type Visitor } from '../../../tests/support/house.ts';
import { sql } from '../../platform/database.ts';

let house: House;
let contact: Visitor;

beforeAll(async () => {
  house = await openHouse();
  const [person] = await peopleWith(house, 'contact_person');
  if (person === undefined) throw new Error('nobody');
  contact = await comeIn(house, person);
});
afterAll(() => house.close());

const table = async (path: string) => {
  const answer = await contact.get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="zorgen.csv"');
  return parse(Buffer.from(await answer.arrayBuffer()), {
    delimiter: ';',
    bom: true,
    columns: true,
  }) as Record<string, string>[];
};

test('the file has the concerns of the list, in its order, and follows its filter', async () => {
  const { items } = (await (await contact.api('GET', '/concerns?limit=200')).json()) as {
    items: readonly { number: string; status: string }[];
  };
  expect(items.length).toBeGreaterThan(3);
  expect((await table('/zorgen/lijst.csv')).map((row) => row['Nummer'])).toEqual(
    items.map(({ number }) => number),
  );
  const working = items.filter(({ status }) => status === 'working').map(({ number }) => number);
  expect((await table('/zorgen/lijst.csv?staat=working')).map((row) => row['Nummer'])).toEqual(working);
  expect(working.length).toBeGreaterThan(0);
});

test('no text of a concern is in it, and that it was taken along stands in the access log', async () => {
  const text = JSON.stringify(await table('/zorgen/lijst.csv'));
  const known = await house.database.read(contact.person, (reader) =>
    reader.rows<{ observation: string }>(sql`select observation from concern where observation is not null`),
  );
  expect(known.length).toBeGreaterThan(3);
  for (const { observation } of known) expect(text).not.toContain(observation.slice(0, 30));
  const raw = await openRawSql(house.fresh);
  await raw.client.query('begin; set local role kortelijn_operator');
  const { rows } = await raw.client.query(
    `select person_id, subject_id, via from audit where action = 'export' and subject = 'concern_list'`,
  );
  await raw.client.query('rollback');
  await raw.close();
  const { personId } = contact.person;
  expect(rows).toContainEqual({ person_id: personId, subject_id: personId, via: 'page' });
});
