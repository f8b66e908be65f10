/** Open data of the accountability page: tables for machines, each with its description beside it. Public releases alone. */
import { createHash } from 'node:crypto';
import type { Reader } from '../../platform/database.ts';
import { toPlainCsv } from '../../platform/pure/csv.ts';
import { type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import { type Call, getPage, notFound, type PageAnswer, type Route } from '../../platform/route.ts';
import { findPartnerships, licenceWords, type PublicPartnership } from '../../registers/index.ts';
import { findPublicReleases } from '../../results/index.ts';
import { measuredIn } from '../support-plan/ambitions/measured.store.ts';
import { findPublicPlan } from '../support-plan/support-plan.store.ts';
import { findReleaseLabels } from './account.store.ts';
import { accountPath } from './account-paths.ts';
import { describedTable } from './csvw.ts';
import { lastMade, publicMeasures } from './figures.view.ts';
import { figureColumns, figureKey, figureRows, type OpenColumn } from './open-data.view.ts';
import { ambitionColumns, ambitionRows } from './plan-data.view.ts';

/** A table as text, and what its description says of it. */
interface OpenTable {
  readonly csv: string;
  readonly columns: readonly OpenColumn<never>[];
  readonly title: string;
  readonly description: string;
  readonly key: readonly string[];
  /** The day of what is newest in it; undefined: it is empty. */
  readonly madeOn: CivilDate | undefined;
}

const tables: Readonly<Record<string, (reader: Reader, tenantId: string) => Promise<OpenTable>>> = {
  'cijfers.csv': async (reader, tenantId) => {
    const [cells, labels] = await Promise.all([
      findPublicReleases(reader, tenantId, publicMeasures),
      findReleaseLabels(reader, tenantId),
    ]);
    const made = lastMade(cells);
    return {
      csv: toPlainCsv(figureColumns, figureRows(cells, labels)),
      columns: figureColumns,
      title: 'Cijfers over de inzet van ondersteuningsspecialisten',
      description:
        'Vastgezette cijfers van afgesloten kwartalen en schooljaren, van het hele samenwerkingsverband. Aantallen onder vijf zijn verborgen, en alles waaruit zij te berekenen zijn.',
      key: figureKey,
      madeOn: made === undefined ? undefined : dayOf(made),
    };
  },
  'ambities.csv': async (reader, tenantId) => {
    const [plan, cells] = await Promise.all([
      findPublicPlan(reader, tenantId),
      findPublicReleases(reader, tenantId, publicMeasures),
    ]);
    const rows = ambitionRows(plan, measuredIn(cells));
    const readings = rows.flatMap(({ reading }) => reading?.on ?? []);
    return {
      csv: toPlainCsv(ambitionColumns, rows),
      columns: ambitionColumns,
      title: 'Ambities van het ondersteuningsplan',
      description: 'De ambities van het plan dat nu geldt, met begin, doel en laatste stand.',
      key: ['ambitie_id'],
      madeOn: [...readings, ...(plan === undefined ? [] : [plan.adoptedOn])].toSorted().at(-1),
    };
  },
};

const described = '-metadata.json';

export const openDataPages: readonly Route[] = [
  getPage(
    `${accountPath}/open-data/:partnership/:file`,
    'public',
    async ({ database, params, site }: Call<unknown>): Promise<PageAnswer> => {
      const { partnership: code = '', file = '' } = params;
      const name = file.endsWith(described) ? file.slice(0, -described.length) : file;
      const make = Object.hasOwn(tables, name) ? tables[name] : undefined;
      if (make === undefined) return notFound;
      const found = await database.read('visitor', async (reader) => {
        const of = (await findPartnerships(reader)).find((one) => one.code === code);
        return of && { of, table: await make(reader, of.id) };
      });
      if (found === undefined) return notFound;
      return name === file
        ? sent(file, 'text/csv; charset=utf-8', found.table.csv)
        : sent(file, 'application/csvm+json', describe(found.table, found.of, name, site));
    },
  ),
];

function describe(
  { columns, title, description, key, madeOn }: OpenTable,
  { name, code, dataLicence }: PublicPartnership,
  file: string,
  site: string,
): string {
  const meant = {
    ...{ file, title: `${title} van ${name}`, description, publisher: name, key },
    licence: licenceWords[dataLicence],
    page: `${site}${accountPath}?swv=${encodeURIComponent(code)}`,
    madeOn,
  };
  return `${JSON.stringify(describedTable(columns, meant), null, 2)}\n`;
}

/** Who asks again with what they have gets no body. */
const sent = (name: string, type: string, body: string): PageAnswer => ({
  ...{ kind: 'file', name, type, body },
  etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
});
