/** One visit: what was done, what each school says of it, and what the reader can do. */
import type { JSX } from 'preact';
import { newId } from '../../platform/ids.ts';
import { type Actor, schoolsOf } from '../../platform/pure/actor.ts';
import { showDate, showMoment } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import type { Html } from '../../platform/route.ts';
import { TextArea } from '../../platform/ui/fields.tsx';
import { ConfirmBox, errorOf, Form, type FormError, LinkButton, SubmitRow } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Prose, StateBadge } from '../../platform/ui/parts.tsx';
import { Facts } from '../../platform/ui/table.tsx';
import { type MarkInSentence, WritingAid } from '../../privacy/index.ts';
import { respondents } from './visit.access.ts';
import { mayChange, mayWithdraw, stateOf } from './visit.rules.ts';
import type { VisitedSchool, VisitRow } from './visit.store.ts';
import { kindWords, participantWords, showMinutes, stateWords } from './visit.words.ts';
import { shareName } from './visit-cards.tsx';

export interface VisitPageProps {
  readonly visit: VisitRow;
  readonly actor: Actor;
  readonly csrf: string;
  /** A dispute that did not go through: what was written, for which school, and why. */
  readonly attempt?: {
    readonly schoolCode: string;
    readonly words: string;
    readonly accepted: readonly string[];
    readonly errors: readonly FormError[];
    readonly marks: readonly MarkInSentence[];
  };
}

export function visitPage(props: VisitPageProps): Html {
  const title = `Bezoek van ${showDate(props.visit.date)}`;
  return { kind: 'html', title, body: <VisitView title={title} {...props} /> };
}

function VisitView({ title, ...props }: VisitPageProps & { readonly title: string }): JSX.Element {
  const { visit, actor, csrf } = props;
  const isOwn = visit.specialist.id === actor.personId;
  const mine = isOwn || visit.withdrawn ? [] : schoolsOf(actor, ...respondents).map(({ code }) => code);
  return (
    <>
      <Breadcrumb items={[{ href: '/inzet/bezoeken', label: 'Bezoeken' }]} />
      <div class="title-row">
        <h1>{title}</h1>
        <StateBadge {...stateWords[stateOf(visit)]} />
      </div>
      <Facts items={factsOf(visit)} />
      <h2>Wat de school zegt</h2>
      {visit.schools.map((school) => (
        <section key={school.code} class="stack" aria-label={school.name}>
          <SchoolWord school={school} />
          {mine.includes(school.code) && <Answer {...props} school={school} />}
        </section>
      ))}
      {isOwn && mayChange(visit) && (
        <div class="stack">
          <h2>Klopt er iets niet?</h2>
          <p>
            <LinkButton href={`/inzet/bezoeken/${visit.id}/wijzigen`} kind="secondary">
              Wijzig dit bezoek
            </LinkButton>
          </p>
          {mayWithdraw(visit) && (
            <ConfirmBox
              label="Intrekken"
              action={`/inzet/bezoeken/${visit.id}/intrekken`}
              csrf={csrf}
              version={visit.version}
              confirm="Trek dit bezoek in"
            >
              <p>
                Was dit een vergissing? Dan telt het bezoek nergens meer mee. U kunt dit niet terugdraaien.
              </p>
            </ConfirmBox>
          )}
        </div>
      )}
    </>
  );
}

function factsOf(visit: VisitRow) {
  const { participants, travelMinutes, preparationMinutes, split } = visit;
  return [
    { label: 'Specialist', value: visit.specialist.name },
    { label: 'Waar', value: list(visit.schools.map(({ name }) => name)) },
    { label: 'Duur', value: showMinutes(visit.minutes) },
    { label: 'Wat', value: kindWords[visit.kind] },
    {
      label: 'Waarvoor',
      value: (
        <ul class="plain" role="list">
          {split.map((share) => (
            <li key={`${share.questionId} ${share.goalId} ${share.schoolCode}`}>
              {showMinutes(share.minutes)} voor{' '}
              {share.questionId !== null && share.number !== null ? (
                <a href={`/vragen/${share.questionId}`}>{shareName(share)}</a>
              ) : (
                shareName(share)
              )}
            </li>
          ))}
        </ul>
      ),
    },
    ...(participants.length === 0
      ? []
      : [
          {
            label: 'Erbij',
            value: list(
              participants.map(({ role, number }) => `${participantWords[role].toLowerCase()}: ${number}`),
            ),
          },
        ]),
    ...(travelMinutes === 0 ? [] : [{ label: 'Reistijd', value: showMinutes(travelMinutes) }]),
    ...(preparationMinutes === 0 ? [] : [{ label: 'Voorbereiding', value: showMinutes(preparationMinutes) }]),
    { label: 'Vastgelegd', value: showMoment(visit.recordedAt) },
  ];
}

function SchoolWord({ school }: { readonly school: VisitedSchool }): JSX.Element {
  const { name, verdict, words, answeredBy, answeredAt } = school;
  if (verdict === null || answeredAt === null)
    return (
      <p>
        <bdi>{name}</bdi> heeft nog niet gezegd of dit klopt.
      </p>
    );
  const said = verdict === 'confirmed' ? 'bevestigde dit' : 'zei dat dit niet klopt';
  return (
    <>
      <p>
        <bdi>{answeredBy ?? name}</bdi> {said} namens <bdi>{name}</bdi>, {showMoment(answeredAt)}.
      </p>
      {words !== null && <Prose text={words} />}
    </>
  );
}

function Answer(props: VisitPageProps & { readonly school: VisitedSchool }): JSX.Element {
  const { visit, csrf, school } = props;
  const attempt = props.attempt?.schoolCode === school.code ? props.attempt : undefined;
  const action = `/inzet/bezoeken/${visit.id}/antwoord`;
  return (
    <>
      {school.verdict !== 'confirmed' && (
        <form method="post" action={action}>
          <input type="hidden" name="_csrf" value={csrf} />
          <input type="hidden" name="_version" value={visit.version} />
          <input type="hidden" name="schoolCode" value={school.code} />
          <button class="button button--primary" type="submit" name="verdict" value="confirmed">
            Dit klopt
          </button>
        </form>
      )}
      <details class="fold" open={attempt !== undefined}>
        <summary class="fold__summary">Dit klopt niet</summary>
        <div class="fold__body">
          <Form
            action={action}
            csrf={csrf}
            version={visit.version}
            idempotencyKey={newId()}
            errors={attempt?.errors ?? []}
          >
            <input type="hidden" name="schoolCode" value={school.code} />
            <input type="hidden" name="verdict" value="disputed" />
            {attempt !== undefined && (
              <WritingAid
                marks={attempt.marks}
                labels={{ words: 'Wat klopt er niet?' }}
                accepted={attempt.accepted}
              />
            )}
            <TextArea
              name="words"
              label="Wat klopt er niet?"
              hint="De specialist leest dit en kan het bezoek wijzigen of intrekken."
              max={2_000}
              value={attempt?.words ?? ''}
              error={errorOf(attempt?.errors ?? [], 'words')}
            />
            <SubmitRow primary="Verstuur" />
          </Form>
        </div>
      </details>
    </>
  );
}
