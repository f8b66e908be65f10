/** The visits for a question, as a part of its page: the minutes together, and what the school said of each. */
import type { JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { count } from '../../platform/pure/text.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { stateOf } from './visit.rules.ts';
import type { VisitOfQuestion } from './visit.store.ts';
import { kindWords, showMinutes, stateWords } from './visit.words.ts';

interface VisitsOfProps {
  readonly visits: readonly VisitOfQuestion[];
  /** Of the reader to the question, as `question_relations` gives them. */
  readonly relations: readonly string[];
  readonly schoolCode: string;
}

/** Everything about the visits for a question, under a heading of its own. */
export function VisitsOf({ visits, relations, schoolCode }: VisitsOfProps): JSX.Element {
  const total = visits.reduce((sum, { minutes }) => sum + minutes, 0);
  const mayRecord = ['specialist', 'thinks_along'].some((relation) => relations.includes(relation));
  return (
    <section class="stack" aria-labelledby="bezoeken">
      <h2 id="bezoeken">Bezoeken</h2>
      {visits.length === 0 ? (
        <p>Voor deze vraag is nog geen bezoek vastgelegd dat u mag zien.</p>
      ) : (
        <>
          <p>
            {count(visits.length, 'bezoek', 'bezoeken')}, samen {showMinutes(total)} voor deze vraag.
          </p>
          <Table
            caption="Bezoeken voor deze vraag"
            hideCaption
            rows={visits}
            columns={[
              {
                label: 'Dag',
                cell: ({ id, date }) => <a href={`/inzet/bezoeken/${id}`}>{showDate(date)}</a>,
              },
              { label: 'Wie', cell: ({ specialist }) => <bdi>{specialist}</bdi> },
              { label: 'Wat', cell: ({ kind }) => kindWords[kind] },
              { label: 'Duur', cell: ({ minutes }) => showMinutes(minutes), numeric: true },
              {
                label: 'De school',
                cell: ({ verdict }) => (
                  <StateBadge {...stateWords[stateOf({ withdrawn: false, schools: [{ verdict }] })]} />
                ),
              },
            ]}
          />
        </>
      )}
      {mayRecord && (
        <p>
          <LinkButton
            href={`/inzet/bezoeken/nieuw?${new URLSearchParams({ school: schoolCode })}`}
            kind="secondary"
          >
            Leg een bezoek vast
          </LinkButton>
        </p>
      )}
    </section>
  );
}
