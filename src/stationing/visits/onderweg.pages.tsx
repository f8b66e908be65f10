/**
 * The page that works without a connection: a service worker keeps it, and drafts of visits stay in the browser until they can be sent.
 * It holds no pupil and no title: schools, ambitions, and the numbers of one's own questions on schools, teams and groups.
 */
import type { JSX } from 'preact';
import type { Entries } from '../../platform/input.ts';
import { getPage, type JsonAnswer, postPage, type Route } from '../../platform/route.ts';
import { LinkButton } from '../../platform/ui/form.tsx';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Notice } from '../../platform/ui/parts.tsx';
import {
  findOwnQuestions,
  findOwnSchools,
  findVisitChoices,
  type OwnQuestion,
  type VisitChoices,
} from './own-work.store.ts';
import { errorsOf, newPath } from './record.pages.tsx';
import { recorders } from './visit.access.ts';
import { recordVisit } from './visit.actions.ts';
import { visitForm } from './visit.input.ts';
import type { SchoolName } from './visit.store.ts';
import { VisitFields } from './visit-fields.tsx';
import { presetOf, visitOfForm } from './visit-typed.ts';

const path = '/inzet/bezoeken/onderweg';

export const awayPages: readonly Route[] = [
  getPage(path, recorders, async ({ actor, database, today }) => {
    const [own, questions, choices] = await database.read(actor, (reader) =>
      Promise.all([
        findOwnSchools(reader, actor),
        findOwnQuestions(reader, actor),
        findVisitChoices(reader, actor.tenantId),
      ]),
    );
    const light = questions.filter(({ level }) => level !== 'pupil');
    const [school] = own;
    const preset = { schoolCode: school?.code, date: today, minutes: school?.lastMinutes ?? 60 };
    const typed = presetOf({ ...preset, kind: school?.lastKind ?? '' }, light);
    return {
      kind: 'html',
      title: 'Bezoeken onderweg',
      script: 'visits',
      body: <Away own={own} {...choices} questions={light} today={today} typed={typed} />,
    };
  }),
  // Takes what the browser kept, and says in sentences why not.
  postPage(path, recorders, visitForm, async ({ actor, deed, input }): Promise<JsonAnswer> => {
    const { parsed } = input;
    const visit = parsed.ok ? visitOfForm(parsed.value) : parsed;
    if (!visit.ok) return refusal(visit.faults.map(({ detail }) => detail));
    const outcome = await recordVisit(deed, actor, visit.value);
    if (outcome.outcome !== 'taken') return refusal(errorsOf(outcome).map(({ message }) => message));
    return { kind: 'json', status: 201, body: { id: outcome.id } };
  }),
];

const refusal = (sentences: readonly string[]): JsonAnswer => ({
  kind: 'json',
  status: 422,
  body: { refused: [...new Set(sentences)].join(' ') },
});

interface AwayProps extends VisitChoices {
  readonly own: readonly Pick<SchoolName, 'code' | 'name'>[];
  readonly questions: readonly OwnQuestion[];
  readonly today: string;
  readonly typed: Entries;
}

function Away({ own, all, ambitions, questions, today, typed }: AwayProps): JSX.Element {
  const codes = new Set(own.map(({ code }) => code));
  return (
    <>
      <Breadcrumb items={[{ href: '/inzet/bezoeken', label: 'Bezoeken' }]} />
      <h1>Bezoeken onderweg</h1>
      <p class="lead">
        Deze pagina werkt ook zonder verbinding. Wat u vastlegt, blijft op dit apparaat tot het verzonden is.
      </p>
      <noscript>
        <Notice tone="warning" title="Deze pagina heeft JavaScript nodig">
          <p>Leg uw bezoek vast met het gewone formulier.</p>
          <LinkButton href={newPath}>Bezoek vastleggen</LinkButton>
        </Notice>
      </noscript>
      <p class="away__status" role="status" data-away-status />
      <section class="stack" aria-labelledby="niet-verzonden" data-drafts hidden>
        <h2 id="niet-verzonden" data-drafts-title>
          Nog niet verzonden
        </h2>
        <ul class="card-list" role="list" data-drafts-list />
        <button class="button button--secondary" type="button" data-send>
          Verzend nu
        </button>
      </section>
      <form class="form" data-away hidden noValidate>
        <h2>Nieuw bezoek</h2>
        <VisitFields
          own={own}
          others={all.filter(({ code }) => !codes.has(code))}
          questions={questions}
          ambitions={ambitions}
          named={false}
          today={today}
          typed={typed}
          errors={[]}
        />
        <p class="form__status" role="status" data-away-fault />
        <div class="submit-row">
          <button class="button button--primary" type="submit">
            Bewaar op dit apparaat
          </button>
        </div>
      </form>
      <p>
        Vragen over een leerling en namen van vragen staan hier niet: die horen niet op een los apparaat. Zo’n
        bezoek legt u vast met <a href={newPath}>het gewone formulier</a>. Bij uitloggen wordt alles op dit
        apparaat gewist.
      </p>
    </>
  );
}
