/** Questions that wait for somebody, as a list for who plans: urgency and clocks before anything else. */
import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { type CivilDate, showDate } from '../../platform/pure/dates.ts';
import { Badge, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import { clockWords } from '../clocks/clock.words.ts';
import { urgencyWords } from '../question.words.ts';
import { ClockBadge, nearestClock, StatusBadge, titleOf } from '../reading/question-parts.tsx';
import type { UnassignedQuestion } from './unassigned.store.ts';

interface UnassignedTableProps {
  readonly questions: readonly UnassignedQuestion[];
  readonly today: CivilDate;
  readonly labels: Actor['tenant']['labels'];
  /** Dagdelen as people write them. */
  readonly showDagdelen: (n: number) => string;
}

export function UnassignedTable({
  questions,
  today,
  labels,
  showDagdelen,
}: UnassignedTableProps): JSX.Element {
  return (
    <Table
      caption="Vragen die op iemand wachten"
      hideCaption
      rows={questions}
      columns={[
        {
          label: 'Vraag',
          cell: (question) => (
            <>
              <a href={`/vragen/${question.id}`}>
                <bdi>{titleOf(question)}</bdi>
              </a>
              <br />
              <bdi>{question.schoolName}</bdi> {question.number}
            </>
          ),
        },
        {
          label: 'Stand',
          cell: ({ urgency, status }) => (
            <span class="badges">
              <Urgent urgency={urgency} />
              <StatusBadge status={status} labels={labels} />
            </span>
          ),
        },
        {
          label: 'Expertise',
          cell: ({ expertise, language }) =>
            [...expertise, ...(language === null ? [] : [`spreekt ${language}`])].join(', ') ||
            'nog niet bekend',
        },
        {
          label: 'Dagdelen',
          numeric: true,
          cell: ({ dagdelen }) => (dagdelen === null ? 'nog niet bekend' : showDagdelen(dagdelen)),
        },
        {
          label: 'Sinds',
          cell: ({ submittedOn }) => <time datetime={submittedOn}>{showDate(submittedOn)}</time>,
        },
        {
          label: 'Hoe lang nog',
          cell: ({ clocks }) => {
            const clock = nearestClock(clocks, today);
            if (clock === undefined) return 'geen termijn';
            return (
              <>
                {clockWords[clock.name].name}: <ClockBadge clock={clock} />
              </>
            );
          },
        },
      ]}
    />
  );
}

function Urgent({ urgency }: Pick<UnassignedQuestion, 'urgency'>): JSX.Element {
  const label = urgencyWords[urgency];
  return urgency === 'now' ? <StateBadge tone="alert" label={label} /> : <Badge label={label} />;
}
