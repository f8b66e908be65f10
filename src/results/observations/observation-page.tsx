import type { JSX } from 'preact';
import { TypedBefore } from '../../platform/form/attempt.tsx';
import { fieldOf, Story } from '../../platform/form/filled.tsx';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { newId } from '../../platform/ids.ts';
import { addDays, showDate } from '../../platform/pure/dates.ts';
import type { Html } from '../../platform/route.ts';
import { DateField } from '../../platform/ui/fields.tsx';
import { Button, ConfirmBox, ErrorSummary, Form, LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice, Prose, StateBadge } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { WritingAid } from '../../privacy/index.ts';
import { canTake, type Side, type Step } from './observation.rules.ts';
import type { CoachingGoal, Observation } from './observation.store.ts';
import { labels, observationsPath, statusTones, statusWords, whoReads } from './observation.words.ts';
import type { Back } from './observation-back.ts';
import { Seen } from './observation-parts.tsx';

interface PageProps {
  readonly lesson: Observation;
  readonly side: Side;
  readonly csrf: string;
  readonly back: Back;
}

const home = { href: observationsPath, label: 'Lesobservaties' };
const pathOf = ({ id }: Observation) => `${observationsPath}/${id}`;

export const lessonPage = (props: PageProps): Html => ({
  kind: 'html',
  status: props.back.status,
  title: 'Lesobservatie',
  body: <ObservationPage {...props} />,
});

/** One lesson, with what its reader can do about it. */
function ObservationPage(props: PageProps): JSX.Element {
  const { lesson, back } = props;
  const { sheet, words, answer, status } = lesson;
  return (
    <div class="stack">
      <Breadcrumb items={[home]} />
      <h1>Lesobservatie van {showDate(lesson.onDate)}</h1>
      <p>
        <StateBadge tone={statusTones[status]} label={statusWords[status]} />
      </p>
      <ErrorSummary errors={back.trouble.summary} />
      <TypedBefore typed={back.typed.filter(([name]) => hasNoForm(props, name))} />
      <Facts
        items={[
          { label: 'Leerkracht', value: lesson.teacher.name },
          { label: 'School', value: lesson.school.name },
          {
            label: 'Waarnemer',
            value: `${lesson.observer.name}, ${lesson.trained ? 'geoefend' : 'niet geoefend'} in dit formulier`,
          },
          { label: 'Formulier', value: sheet.name },
        ]}
      />
      <WhoReads {...props} />
      <h2>Wat er is gezien</h2>
      <Seen one={lesson} />
      {words !== null && (
        <>
          <h2>Wat de waarnemer meegeeft</h2>
          <Prose text={words} />
        </>
      )}
      <ObserverSteps {...props} />
      {answer !== null && (
        <>
          <h2>Antwoord van de leerkracht</h2>
          <Prose text={answer} />
        </>
      )}
      <AnswerForm {...props} />
      <Goals {...props} />
      <TeacherSteps {...props} />
    </div>
  );
}

/** Of what comes back: a text whose form is not on this page, or not any more. */
function hasNoForm(props: PageProps, name: string): boolean {
  if (name === 'text') return !may(props, 'answer');
  return name === 'aim' ? !may(props, 'set_goal') : name === 'words' || name === 'outcome';
}

const may = ({ lesson, side }: PageProps, step: Step) => canTake(step, side, lesson.status);

function WhoReads({ lesson, side }: PageProps): JSX.Element {
  if (lesson.status === 'draft')
    return (
      <Notice tone="info" title="Dit concept leest u alleen">
        <p>
          De leerkracht leest het pas als u het deelt. Deelt u het niet, dan verdwijnt het na dertig dagen.
        </p>
      </Notice>
    );
  if (side === 'observer') return <p>{whoReads} De leerkracht beslist wat ermee gebeurt.</p>;
  return lesson.status === 'taken_back' ? (
    <Notice tone="info" title="Alleen u leest dit nog">
      <p>U nam het terug. De waarnemer ziet het niet meer.</p>
    </Notice>
  ) : (
    <p>{whoReads} Het is van u: u kunt antwoorden, het terugnemen of het wissen.</p>
  );
}

function ObserverSteps(props: PageProps): JSX.Element | null {
  const { lesson, csrf } = props;
  if (!may(props, 'share')) return null;
  return (
    <>
      <h2>Delen</h2>
      <p>Daarna verandert er niets meer aan wat u opschreef. De leerkracht is dan de eigenaar.</p>
      <form class="row" method="post" action={`${pathOf(lesson)}/delen`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_version" value={lesson.version} />
        <Button>Deel met de leerkracht</Button>
        <LinkButton href={`${pathOf(lesson)}/aanpassen`} kind="secondary">
          Pas het aan
        </LinkButton>
      </form>
      <ConfirmBox
        label="Dit concept weggooien"
        action={`${pathOf(lesson)}/wissen`}
        csrf={csrf}
        confirm="Gooi het weg"
        version={lesson.version}
      >
        <p>Dan is het voorgoed weg, ook uit een back-up die later wordt teruggezet.</p>
      </ConfirmBox>
    </>
  );
}

const filled = ({ typed, trouble }: Back) => ({ typed, errors: trouble.fields, labels });

function AnswerForm(props: PageProps): JSX.Element | null {
  const { lesson, csrf, back } = props;
  if (!may(props, 'answer')) return null;
  const isSent = typedValue(back.typed, 'text') !== undefined;
  const typed = isSent ? back.typed : [['text', lesson.answer ?? ''] as const];
  return (
    <>
      <h2>{lesson.answer === null ? 'Antwoorden' : 'Uw antwoord veranderen'}</h2>
      <Form action={`${pathOf(lesson)}/antwoord`} csrf={csrf} version={lesson.version}>
        <WritingAid marks={back.marks} labels={labels} accepted={typedValues(back.typed, 'acceptedMarks')} />
        <Story form={{ ...filled(back), typed }} name="text" hint="De waarnemer leest dit mee." />
        <p class="button-row">
          <Button>Bewaar uw antwoord</Button>
        </p>
      </Form>
    </>
  );
}

function Goals(props: PageProps): JSX.Element | null {
  const { lesson, csrf, back } = props;
  const sets = may(props, 'set_goal');
  if (lesson.goals.length === 0 && !sets) return null;
  return (
    <>
      <h2>Doelen</h2>
      {lesson.goals.map((goal) => (
        <Goal key={goal.id} goal={goal} path={sets ? `${pathOf(lesson)}/doelen/${goal.id}` : undefined} />
      ))}
      {sets && (
        <Form action={`${pathOf(lesson)}/doelen`} csrf={csrf} idempotencyKey={newId()}>
          <p>Spreek met de waarnemer af wat u wilt doen. Schrijf het hier op, in één of twee zinnen.</p>
          <Story form={filled(back)} name="aim" rows={2} />
          <DateField
            {...fieldOf(filled(back), 'targetDate')}
            min={lesson.today}
            max={addDays(lesson.today, 366)}
          />
          <p class="button-row">
            <Button kind="secondary">Voeg het doel toe</Button>
          </p>
        </Form>
      )}
    </>
  );
}

function Goal({
  goal,
  path,
}: {
  readonly goal: CoachingGoal;
  readonly path: string | undefined;
}): JSX.Element {
  return (
    <div class="stack">
      <Prose text={goal.words} />
      {goal.outcome === null ? (
        <p>
          Terugkijken op {showDate(goal.targetOn)}. {path !== undefined && <a href={path}>Kijk terug</a>}
        </p>
      ) : (
        <>
          <p>Wat ervan kwam:</p>
          <Prose text={goal.outcome} />
        </>
      )}
    </div>
  );
}

function TeacherSteps(props: PageProps): JSX.Element | null {
  const { lesson, side, csrf } = props;
  if (side !== 'teacher') return null;
  const back = may(props, 'take_back');
  return (
    <>
      <h2>Wat u ermee doet</h2>
      <p>
        {back
          ? 'Neemt u het terug, dan leest de waarnemer het niet meer. U kunt het later weer laten lezen.'
          : 'U kunt de waarnemer dit weer laten lezen.'}
      </p>
      <form method="post" action={`${pathOf(lesson)}/${back ? 'terugnemen' : 'teruggeven'}`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="_version" value={lesson.version} />
        <Button kind="secondary">{back ? 'Neem het terug' : 'Laat het weer lezen'}</Button>
      </form>
      <ConfirmBox
        label="Deze lesobservatie wissen"
        action={`${pathOf(lesson)}/wissen`}
        csrf={csrf}
        confirm="Wis alles"
        version={lesson.version}
      >
        <p>
          Alles gaat weg: wat er is gezien, de teksten, uw antwoord en de doelen. Ook de waarnemer heeft het
          dan niet meer. Dit kunt u niet terugdraaien.
        </p>
      </ConfirmBox>
    </>
  );
}
