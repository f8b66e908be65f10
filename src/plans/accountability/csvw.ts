/** What stands beside an open table so that a machine knows what it is: metadata for tabular data (W3C CSV on the Web, 2015). */
import type { CivilDate } from '../../platform/pure/dates.ts';
import type { Licence } from '../../registers/index.ts';
import type { OpenColumn } from './open-data.view.ts';

interface TableMeant {
  /** Of the table, relative to its description. */
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly licence: Licence;
  /** Where people read about it. */
  readonly page: string;
  /** Undefined: there is nothing in it yet. */
  readonly madeOn: CivilDate | undefined;
  readonly key: readonly string[];
}

/** The description of a table, as a value for JSON. */
export function describedTable<Row>(
  columns: readonly OpenColumn<Row>[],
  { file, title, description, publisher, licence, page, madeOn, key }: TableMeant,
) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'nl' }],
    url: file,
    'dc:title': title,
    'dc:description': description,
    'dc:publisher': publisher,
    'dc:license': { '@id': licence.href },
    ...(madeOn === undefined ? {} : { 'dc:modified': { '@value': madeOn, '@type': 'xsd:date' } }),
    'dcat:landingPage': { '@id': page },
    dialect: { encoding: 'utf-8', delimiter: ',', lineTerminators: ['\r\n'], quoteChar: '"', header: true },
    tableSchema: {
      columns: columns.map(({ label, means, type, hidden }) => ({
        name: label,
        titles: label,
        'dc:description': means,
        datatype: type,
        null: hidden === undefined ? '' : ['', hidden],
      })),
      primaryKey: key,
    },
  };
}
