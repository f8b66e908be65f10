import type { JSX } from 'preact';
import { Story } from '../../platform/form/filled.tsx';
import { typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { showDate } from '../../platform/pure/dates.ts';
import { Form, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Prose } from '../../platform/ui/parts.tsx';
import { WritingAid } from '../../privacy/index.ts';
import type { CoachingGoal, Observation } from './observation.store.ts';
import { labels, observationsPath } from './observation.words.ts';
import type { Back } from './observation-back.ts';

interface GoalPageProps {
  readonly lesson: Observation;
  readonly goal: CoachingGoal;
  readonly csrf: string;
  readonly back: Back;
}

/** Looking back on one goal. */
export function GoalPage({ lesson, goal, csrf, back }: GoalPageProps): JSX.Element {
  const path = `${observationsPath}/${lesson.id}`;
  const form = { typed: back.typed, errors: back.trouble.fields, labels };
  return (
    <>
      <Breadcrumb
        items={[
          { href: observationsPath, label: 'Lesobservaties' },
          { href: path, label: `Les van ${showDate(lesson.onDate)}` },
        ]}
      />
      <h1>Terugkijken op een doel</h1>
      <Prose text={goal.words} />
      <Form
        action={`${path}/doelen/${goal.id}`}
        csrf={csrf}
        errors={back.trouble.summary}
        idempotencyKey={newId()}
      >
        <WritingAid marks={back.marks} labels={labels} accepted={typedValues(back.typed, 'acceptedMarks')} />
        <Story form={form} name="outcome" hint="Wat lukte er, en wat niet?" />
        <SubmitRow primary="Bewaar" cancel={path} />
      </Form>
    </>
  );
}
