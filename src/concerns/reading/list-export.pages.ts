import { type CsvColumn, toCsv } from '../../platform/pure/csv.ts';
import { dayOf, showDate } from '../../platform/pure/dates.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { access } from '../concern.access.ts';
import { aboutWords, wordsAbout } from '../concern.words.ts';
import type { ConcernSummary } from '../concern-list.store.ts';
import { listQuery } from './concern-list.pages.tsx';
import { exportConcerns } from './list-export.actions.ts';

const columns: readonly CsvColumn<Omit<ConcernSummary, 'summary'>>[] = [
  { label: 'Nummer', cell: ({ number }) => number },
  { label: 'Code van de school', cell: ({ school }) => school.code },
  { label: 'School', cell: ({ school }) => school.name },
  { label: 'Stand', cell: ({ about, status }) => wordsAbout[about].status[status] },
  { label: 'Gaat over', cell: ({ about }) => aboutWords[about] },
  { label: 'Thema', cell: ({ theme }) => theme },
  { label: 'Opgemerkt op', cell: ({ noticedOn }) => showDate(noticedOn) },
  { label: 'Gedeeld op', cell: ({ sharedAt }) => (sharedAt === null ? '' : showDate(dayOf(sharedAt))) },
  { label: 'Bijgewerkt op', cell: ({ touchedAt }) => showDate(dayOf(touchedAt)) },
];

export const listExportPages: readonly Route[] = [
  getPage(
    '/zorgen/lijst.csv',
    access.read,
    async ({ actor, deed, query }) => ({
      kind: 'file',
      name: 'zorgen.csv',
      type: 'text/csv; charset=utf-8',
      body: toCsv(columns, await exportConcerns(deed, actor, { status: query.staat, school: query.school })),
    }),
    listQuery,
  ),
];
