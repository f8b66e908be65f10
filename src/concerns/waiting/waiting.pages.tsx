import type { JSX } from 'preact';
import { addDays, daysBetween, showDay, showMoment } from '../../platform/pure/dates.ts';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import { Table } from '../../platform/ui/table.tsx';
import type { TaskKind, Waiting, WaitKind } from './waiting.rules.ts';
import { waitingWords } from './waiting.words.ts';

interface TasksProps {
  readonly tasks: readonly Waiting<TaskKind>[];
  readonly today: string;
}

/** What this person has to do, each a way to its concern. */
export function Tasks({ tasks, today }: TasksProps): JSX.Element {
  return (
    <CardList>
      {tasks.map((task) => (
        <Card
          key={`${task.kind} ${task.concern.id}`}
          title={waitingWords[task.concern.about].task[task.kind]}
          href={`/zorgen/${task.concern.id}`}
          badge={<TaskBadge task={task} today={today} />}
          meta={<WhereAndUntil {...task} />}
        >
          {waitingWords[task.concern.about].reason[task.kind]}
        </Card>
      ))}
    </CardList>
  );
}

function TaskBadge({ task, today }: { readonly task: Waiting<TaskKind>; readonly today: string }) {
  if (task.kind === 'read_new') return <StateBadge tone="new" label="nieuw" />;
  if (task.dueOn === null) return null;
  if (task.kind === 'look_back') return <StateBadge tone="waiting" label={`sinds ${showDay(task.dueOn)}`} />;
  if (task.dueOn < today) return <StateBadge tone="alert" label={`kon tot ${showDay(task.dueOn)}`} />;
  const left = task.concern.daysLeft[task.dueOn] ?? daysBetween(today, task.dueOn);
  return <StateBadge tone={left < 3 ? 'alert' : 'waiting'} label={timeLeft(task.dueOn, today, left)} />;
}

/** «nog 3 schooldagen»; the last day itself does count. */
function timeLeft(dueOn: string, today: string, left: number): string {
  if (dueOn === today) return 'vandaag nog';
  if (dueOn === addDays(today, 1)) return 'tot en met morgen';
  return left === 1 ? 'nog 1 schooldag' : `nog ${left} schooldagen`;
}

interface WaitsProps {
  readonly waits: readonly Waiting<WaitKind>[];
  readonly today: string;
}

/** What this person waits for, with the day it is due. */
export function Waits({ waits, today }: WaitsProps): JSX.Element {
  return (
    <Table
      caption="Waar u op wacht"
      hideCaption
      rows={waits}
      columns={[
        {
          label: 'Zorg',
          cell: (wait) => (
            <a href={`/zorgen/${wait.concern.id}`}>
              <Where {...wait} />
            </a>
          ),
        },
        { label: 'Waarop', cell: (wait) => waitingWords[wait.concern.about].wait[wait.kind] },
        { label: 'Wanneer', cell: (wait) => <When {...wait} today={today} /> },
      ]}
    />
  );
}

function When({ kind, dueOn, concern, today }: Waiting<WaitKind> & { readonly today: string }): JSX.Element {
  if (dueOn === null) return <span class="quiet">geen vaste dag</span>;
  if (kind === 'talk') return <time datetime={dueOn}>{showMoment(dueOn)}</time>;
  const left = concern.daysLeft[dueOn];
  return (
    <>
      <time datetime={dueOn}>tot en met {showDay(dueOn)}</time>
      {left !== undefined && dueOn > today && <span class="quiet"> ({timeLeft(dueOn, today, left)})</span>}
    </>
  );
}

function WhereAndUntil({ kind, concern, dueOn }: Waiting<TaskKind>): JSX.Element {
  return (
    <>
      <Where concern={concern} />
      {concern.about === 'partnership' && ' · over het samenwerkingsverband'}
      {dueOn !== null && kind !== 'look_back' && (
        <>
          {' · '}
          <time datetime={dueOn}>tot en met {showDay(dueOn)}</time>
        </>
      )}
    </>
  );
}

function Where({ concern }: Pick<Waiting<unknown>, 'concern'>): JSX.Element {
  return (
    <>
      <bdi>{concern.schoolName}</bdi> {concern.number}
    </>
  );
}
