import type { Actor } from '../../platform/pure/actor.ts';
import { type CsvColumn, toCsv } from '../../platform/pure/csv.ts';
import { type CivilDate, dayOf, showDate } from '../../platform/pure/dates.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { clockWords, showClock } from '../clocks/clock.words.ts';
import { access } from '../question.access.ts';
import { levelWords, statusWordsIn, urgencyWords } from '../question.words.ts';
import { type ExportedQuestion, exportQuestions } from './list-export.actions.ts';
import { listQuery } from './list-query.ts';
import { nearestClock, titleOf, turnOf } from './question-parts.tsx';

const columnsFor = (actor: Actor, today: CivilDate): readonly CsvColumn<ExportedQuestion>[] => [
  { label: 'Nummer', cell: ({ question }) => question.number },
  { label: 'Code van de school', cell: ({ question }) => question.school.code },
  { label: 'School', cell: ({ question }) => question.school.name },
  { label: 'Vraag', cell: ({ question }) => titleOf(question) },
  { label: 'Gaat over', cell: ({ question }) => levelWords[question.level] },
  { label: 'Stand', cell: ({ question }) => statusWordsIn(actor.tenant.labels)[question.status] },
  { label: 'Bij', cell: ({ question }) => turnOf(question, actor) },
  { label: 'Haast', cell: ({ question }) => urgencyWords[question.urgency] },
  { label: 'Dagdelen gevraagd', cell: ({ question }) => decimal(question.requestedDagdelen) },
  { label: 'Dagdelen gepland', cell: ({ question }) => decimal(question.plannedDagdelen) },
  { label: 'Eerste signaal op', cell: ({ question }) => showDate(question.signalledOn) },
  {
    label: 'Ingediend op',
    cell: ({ question }) => (question.submittedOn === null ? '' : showDate(question.submittedOn)),
  },
  {
    label: 'Klok',
    cell: ({ clocks }) => {
      const clock = nearestClock(clocks, today);
      return clock === undefined ? '' : `${clockWords[clock.name].name}: ${showClock(clock)}`;
    },
  },
  { label: 'Bijgewerkt op', cell: ({ question }) => showDate(dayOf(question.touchedAt)) },
];

const decimal = (n: number | null) => (n === null ? '' : n.toLocaleString('nl-NL'));

export const listExportPages: readonly Route[] = [
  getPage(
    '/vragen/lijst.csv',
    access.read,
    async ({ actor, deed, query, today }) => ({
      kind: 'file',
      name: 'vragen.csv',
      type: 'text/csv; charset=utf-8',
      body: toCsv(columnsFor(actor, today), await exportQuestions(deed, actor, query)),
    }),
    listQuery,
  ),
];
