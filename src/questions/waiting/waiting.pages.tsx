import type { JSX } from 'preact';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import { showClock } from '../clocks/clock.words.ts';
import type { Task } from './waiting.rules.ts';
import { taskWords } from './waiting.words.ts';

/** What this person has to do around questions, each a way to its question. */
export function QuestionTasks({ tasks }: { readonly tasks: readonly Task[] }): JSX.Element {
  return (
    <CardList>
      {tasks.map((task) => (
        <Card
          key={task.question.id}
          title={taskWords[task.kind].title}
          href={`/vragen/${task.question.id}`}
          badge={<TaskBadge task={task} />}
          meta={
            <>
              <bdi>{task.question.schoolName}</bdi> {task.question.number}
            </>
          }
        >
          {task.question.title !== null && (
            <p>
              <strong dir="auto">{task.question.title}</strong>
            </p>
          )}
          <p>{taskWords[task.kind].reason}</p>
        </Card>
      ))}
    </CardList>
  );
}

function TaskBadge({ task: { clock, question } }: { readonly task: Task }) {
  if (clock !== undefined)
    return <StateBadge tone={clock.left < 0 || clock.warns ? 'alert' : 'waiting'} label={showClock(clock)} />;
  return question.urgency === 'now' ? <StateBadge tone="alert" label="spoed" /> : null;
}
