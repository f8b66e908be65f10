/** The question that was made of an agreement, as readers of the concern see it: at the agreement, and on the timeline. */
import type { JSX } from 'preact';
import type { Actor } from '../../platform/pure/actor.ts';
import { showMoment } from '../../platform/pure/dates.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Badge, StateBadge } from '../../platform/ui/parts.tsx';
import type { TimelineItem } from '../../platform/ui/timeline.tsx';
import { QuestionStatusBadge } from '../../questions/index.ts';
import { CameOf, type GoalView, hasOutcome } from '../../results/index.ts';
import type { Agreement, ConcernRow } from '../concern.store.ts';
import { mayAskAbout } from './asked.access.ts';
import { isWorkedOn, standing, toldOf } from './asked.facts.ts';
import type { AskedQuestion, ResultStep } from './asked.store.ts';

/** What one reader is shown of it all. */
export interface Asked {
  readonly asked: readonly AskedQuestion[];
  /** Of the questions that this reader reads. */
  readonly goals: readonly GoalView[];
}

export const nothingAsked: Asked = { asked: [], goals: [] };

/** Whose goals a page has to look up: those of questions with a result. */
export const withResults = (asked: readonly AskedQuestion[]): readonly string[] =>
  asked.flatMap(({ question }) =>
    question !== null && !question.faded && question.results.length > 0 ? [question.id] : [],
  );

interface AskedAtProps {
  readonly agreement: Agreement;
  readonly concern: ConcernRow;
  readonly asked: readonly AskedQuestion[];
  readonly actor: Actor;
}

/** At the agreement itself: the question it became, or the button that makes one. */
export function AskedAt({ agreement, concern, asked, actor }: AskedAtProps): JSX.Element | null {
  const here = toldOf(asked).filter((one) => one.agreementId === agreement.id);
  const mayAsk =
    isWorkedOn(concern) &&
    mayAskAbout(actor, concern.school.id) &&
    standing(asked, agreement.id) === undefined;
  if (here.length === 0 && !mayAsk) return null;
  return (
    <>
      {here.map(({ question }) => (
        <p key={question?.id}>
          {question === null ? (
            'Hierover is een ondersteuningsvraag gesteld.'
          ) : (
            <>
              Ondersteuningsvraag <Named question={question} />{' '}
              <State question={question} labels={actor.tenant.labels} />
            </>
          )}
        </p>
      ))}
      {mayAsk && (
        <p>
          <LinkButton href={`/zorgen/${concern.id}/afspraken/${agreement.id}/vraag`} kind="secondary">
            Maak er een ondersteuningsvraag van
            <span class="visually-hidden">: {agreement.what}</span>
          </LinkButton>
        </p>
      )}
    </>
  );
}

type Question = NonNullable<AskedQuestion['question']>;

/** A question that has faded cannot be opened any more. */
function Named({ question: { id, number, faded } }: { readonly question: Question }): JSX.Element {
  return faded ? <span>{number}</span> : <a href={`/vragen/${id}`}>{number}</a>;
}

function State({
  question,
  labels,
}: {
  readonly question: Question;
  readonly labels: Actor['tenant']['labels'];
}): JSX.Element {
  return question.faded ? (
    <StateBadge tone="quiet" label="Vervaagd" />
  ) : (
    <QuestionStatusBadge status={question.status} labels={labels} />
  );
}

const resultWords: Record<ResultStep, string> = {
  evaluate: 'De ondersteuning is geëvalueerd',
  complete: 'De ondersteuningsvraag is afgerond',
  follow_up: 'Er is teruggekeken: houdt het stand?',
  answer: 'De ondersteuningsvraag is beantwoord',
  decline: 'De ondersteuningsvraag is afgewezen',
  withdraw: 'De ondersteuningsvraag is ingetrokken',
  stop: 'De ondersteuning is gestopt',
};

const lastedWords = { yes: 'Ja, het houdt stand', partly: 'Deels', no: 'Nee' } as const;

/** That a question was made, and what came of it, as lines of the concern's timeline. Read from the question each time, never kept. */
export function askedItems({ asked, goals }: Asked, actor: Actor): readonly TimelineItem[] {
  return toldOf(asked).flatMap(({ agreementId, entry, at, question }): readonly TimelineItem[] => {
    const from = (
      <p>
        Bij <a href={`#v${entry}`}>een afspraak uit dit gesprek</a>.
      </p>
    );
    const made = { at, when: showMoment(at), body: from };
    if (question === null)
      return [
        {
          ...made,
          id: `vraag-${agreementId}`,
          who: 'Kortelijn',
          title: 'Hierover is een ondersteuningsvraag gesteld',
        },
      ];
    const { id, number, results, lasted, faded } = question;
    const state = <State question={question} labels={actor.tenant.labels} />;
    const begun = {
      ...made,
      id: `vraag-${id}`,
      who: `vraag ${number}`,
      title: faded
        ? 'Hierover is een ondersteuningsvraag gesteld'
        : `${question.by} maakte hiervan een ondersteuningsvraag`,
      badge: results.length === 0 || faded ? state : undefined,
    };
    if (faded) return [begun];
    return [
      begun,
      ...results.map(({ step, at: day }, nth): TimelineItem => {
        const isLast = nth === results.length - 1;
        const ofThis = goals.filter((goal) => goal.question.id === id && hasOutcome(goal));
        return {
          id: `vraag-${id}-${nth}`,
          at: day,
          when: showMoment(day),
          who: `vraag ${number}`,
          title: resultWords[step],
          badge: (
            <>
              {step === 'follow_up' && lasted !== null && <Badge label={lastedWords[lasted]} />}
              {isLast && state}
            </>
          ),
          body: isLast && (
            <>
              <p>
                Ondersteuningsvraag <Named question={question} />.
              </p>
              <CameOf goals={ofThis} labels={actor.tenant.labels} />
            </>
          ),
        };
      }),
    ];
  });
}
