/** How many questions there were, for those who read none of them. */
import type { JSX } from 'preact';
import { z } from 'zod';
import { showDate } from '../../platform/pure/dates.ts';
import { showSchoolYear, yearsToAsk } from '../../platform/pure/school-years.ts';
import { hiddenWord, type Shown } from '../../platform/pure/suppression.ts';
import { getPage, type Route } from '../../platform/route.ts';
import { Select } from '../../platform/ui/fields.tsx';
import { Filter } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import { Facts, Table } from '../../platform/ui/table.tsx';
import { access } from '../question.access.ts';
import { type Labels, levelWords, statusWordsIn } from '../question.words.ts';
import { type ShownCounts, showCounts } from './counts.rules.ts';
import { countQuestionsOf } from './counts.store.ts';

export const countPages: readonly Route[] = [
  getPage(
    '/vragen/cijfers',
    access.counts,
    async ({ actor, query, database, today }) => {
      const years = yearsToAsk(today);
      const year = years.find((one) => String(one) === query.jaar) ?? years[1] ?? 0;
      const counts = showCounts(await database.read(actor, (reader) => countQuestionsOf(reader, year)));
      return {
        kind: 'html',
        title: `Vragen in cijfers ${showSchoolYear(year)}`,
        body: (
          <CountsPage
            {...{ counts, year, years }}
            labels={actor.tenant.labels}
            partnership={actor.tenant.name}
          />
        ),
      };
    },
    z.object({ jaar: z.string().max(10).optional() }),
  ),
];

interface CountsPageProps {
  readonly counts: ShownCounts;
  readonly year: number;
  readonly years: readonly number[];
  readonly labels: Labels;
  readonly partnership: string;
}

function CountsPage({ counts, year, years, labels, partnership }: CountsPageProps): JSX.Element {
  const { finished, firstDay, endDay, total, whole } = counts;
  return (
    <div class="proof stack">
      <h1>Vragen in cijfers {showSchoolYear(year)}</h1>
      <p class="lead">
        Hoeveel ondersteuningsvragen {whole ? 'de scholen van' : 'de scholen van uw bestuur stelden aan'}{' '}
        <bdi>{partnership}</bdi>
        {whole && ' stelden'}. Zonder namen van scholen of mensen.{' '}
        <a href="/resultaten/maten">Zo meten wij</a>.
      </p>
      <Filter action="/vragen/cijfers" label="Schooljaar kiezen">
        <Select
          name="jaar"
          label="Schooljaar"
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: showSchoolYear(one) }))}
        />
      </Filter>
      {finished ? (
        <p>Stand op {showDate(`${year + 1}-07-31`)}, zoals die is vastgesteld.</p>
      ) : (
        <Notice tone="info" title="Dit schooljaar is nog niet vastgesteld">
          <p>
            {endDay > firstDay && `Geteld tot ${showDate(endDay)}. `}
            Twee weken na een kwartaal stellen wij vast hoeveel vragen er waren, twee weken na het schooljaar
            ook naar stand en onderwerp.
          </p>
        </Notice>
      )}
      <h2>Aantallen</h2>
      <Facts
        items={[
          {
            label: 'Vragen die zijn ingediend',
            value: shown(total),
          },
        ]}
      />
      <Split counts={counts} labels={labels} />
      <h2>Zo is geteld</h2>
      <Facts
        items={[
          {
            label: 'Ingediend',
            value: 'Een vraag telt in het schooljaar waarin die is ingediend. Een concept telt niet.',
          },
          {
            label: 'Kleine aantallen',
            value: 'Minder dan vijf tonen wij niet, en ook niet waaruit u het kunt afleiden.',
          },
        ]}
      />
    </div>
  );
}

/** Both tables; with few questions every part would be hidden, and one sentence says so. */
function Split({
  counts,
  labels,
}: {
  readonly counts: ShownCounts;
  readonly labels: Labels;
}): JSX.Element | null {
  const { byStatus, byLevel } = counts;
  if (byStatus === null || byLevel === null) return null;
  if ([...byStatus, ...byLevel].every(({ n }) => n === '<5'))
    return <p>Er zijn te weinig vragen om te tonen hoe zij verdeeld zijn.</p>;
  const words = statusWordsIn(labels);
  return (
    <div class="proof__tables">
      <Table
        caption="Vragen naar waar ze over gaan"
        rows={byLevel}
        columns={[
          { label: 'Gaat over', cell: ({ key }) => levelWords[key] },
          { label: 'Aantal', cell: ({ n }) => shown(n), numeric: true },
        ]}
      />
      <Table
        caption="Vragen naar stand"
        rows={byStatus}
        columns={[
          { label: 'Stand', cell: ({ key }) => words[key] },
          { label: 'Aantal', cell: ({ n }) => shown(n), numeric: true },
        ]}
      />
    </div>
  );
}

const shown = (n: Shown): string => (n === '<5' ? hiddenWord : n.toLocaleString('nl-NL'));
