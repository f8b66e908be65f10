import { z } from 'zod';
import { TypedBefore } from '../../../platform/form/attempt.tsx';
import { type Entries, idOf } from '../../../platform/input.ts';
import { dayCursorQuery } from '../../../platform/paging.ts';
import { type Actor, hasRole } from '../../../platform/pure/actor.ts';
import type { Cursor } from '../../../platform/pure/cursor.ts';
import { pageOf } from '../../../platform/pure/cursor.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../../platform/route.ts';
import { LinkButton } from '../../../platform/ui/form.tsx';
import { Breadcrumb, Paging } from '../../../platform/ui/navigate.tsx';
import { Empty, Notice } from '../../../platform/ui/parts.tsx';
import type { NotTaken } from '../../../privacy/index.ts';
import { access } from '../form.access.ts';
import { type Back, backFrom, fresh } from '../form.answers.ts';
import type { Unmet } from '../needs.words.ts';
import { answerJudgement, judgeSchool } from './basic.actions.ts';
import { answerFormInput, judgeInput, schoolCode } from './basic.input.ts';
import { judgedSchool, mayAnswer, mayWrite, sidesAt } from './basic.rules.ts';
import { type Criterion, findCriteria, findForms, findWaiting, getForm, getSchool } from './basic.store.ts';
import { basicPath, needFields, schoolHref } from './basic.words.ts';
import { Judged, JudgeForm, labelsOf } from './basic-parts.tsx';
import { Waiting } from './basic-waiting.tsx';

const perPage = 10;

type Asking = Pick<Call<Actor, object, unknown> & Page, 'actor' | 'params' | 'database' | 'csrf' | 'today'>;

export const basicPages: readonly Route[] = [
  getPage(
    schoolHref(':code'),
    access.readBasic,
    async (call): Promise<PageAnswer> => (await schoolPage(call, call.query.na)) ?? notFound,
    z.object({ na: dayCursorQuery }),
  ),
  getPage(`${schoolHref(':code')}/nieuw`, access.judge, async (call): Promise<PageAnswer> => {
    const school = judgedSchool(call.actor, call.params['code'] ?? '');
    if (school === undefined) return notFound;
    return judgePage(call, school, [['judgedOn', call.today]], fresh);
  }),
  postPage(`${schoolHref(':code')}/nieuw`, access.judge, judgeInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, params, input } = call;
    const school = judgedSchool(actor, params['code'] ?? '');
    if (school === undefined) return notFound;
    const outcome = input.parsed.ok
      ? await judgeSchool(deed, actor, school.id, input.parsed.value)
      : undefined;
    if (outcome?.outcome === 'notFound') return notFound;
    if (outcome?.outcome === 'taken')
      return {
        kind: 'redirect',
        to: schoolHref(school.code),
        flash: { tone: 'good', text: 'Opgeschreven. De ander krijgt hiervan bericht.' },
      };
    return judgePage(call, school, input.typed, { parsed: input.parsed, outcome });
  }),
  postPage(
    `${schoolHref(':code')}/:id/akkoord`,
    access.judge,
    z.object({}),
    async (call): Promise<PageAnswer> => {
      const { actor, deed, params } = call;
      const id = idOf(params);
      const school = judgedSchool(actor, params['code'] ?? '');
      if (id === undefined || school === undefined) return notFound;
      const outcome = await answerJudgement(deed, actor, id, { step: 'agree' });
      if (outcome.outcome === 'notFound') return notFound;
      if (outcome.outcome === 'taken') return answered(school.code, 'Samen vastgesteld.');
      const back = backFrom({ ok: true, value: {} }, outcome, {}, {});
      return (await schoolPage(call, undefined, [], back)) ?? notFound;
    },
  ),
  postPage(
    `${schoolHref(':code')}/:id/antwoord`,
    access.judge,
    answerFormInput,
    async (call): Promise<PageAnswer> => {
      const { actor, deed, params, input } = call;
      const { parsed, typed } = input;
      const id = idOf(params);
      const school = judgedSchool(actor, params['code'] ?? '');
      if (id === undefined || school === undefined) return notFound;
      const form = await call.database.read(actor, (reader) => getForm(reader, actor, id));
      if (form?.school.id !== school.id) return notFound;
      const words = parsed.ok ? parsed.value.words : undefined;
      const outcome =
        parsed.ok && words
          ? await answerJudgement(deed, actor, id, { step: 'answer', ...parsed.value, words })
          : parsed.ok
            ? noWords
            : undefined;
      if (outcome?.outcome === 'notFound') return notFound;
      if (outcome?.outcome === 'taken') return answered(school.code, 'Uw antwoord staat erbij.');
      const back = backFrom(parsed, outcome, labelsOf([]), needFields);
      return (await schoolPage(call, undefined, typed, back)) ?? notFound;
    },
  ),
];

const noWords: NotTaken<Unmet> = {
  outcome: 'refused',
  unmet: [{ code: 'wordsGiven', detail: 'Schrijf op hoe u het ziet.' }],
};

const answered = (code: string, text: string): PageAnswer => ({
  kind: 'redirect',
  to: schoolHref(code),
  flash: { tone: 'good', text },
});

async function schoolPage(
  { actor, params, database, csrf }: Asking,
  after: Cursor | undefined,
  typed: Entries = [],
  back: Back = fresh,
): Promise<Html | undefined> {
  const code = params['code'] ?? '';
  const own = judgedSchool(actor, code);
  if (own === undefined && !(hasRole(actor, 'team_lead') && schoolCode.safeParse(code).success))
    return undefined;
  const [school, found, waiting] = await database.read(actor, (reader) =>
    Promise.all([
      own ?? getSchool(reader, actor, code),
      findForms(reader, actor, { limit: perPage, after, code }),
      findWaiting(reader, actor, code),
    ]),
  );
  if (school === undefined) return undefined;
  const { items, next } = pageOf(found, perPage, ({ judgedOn }) => judgedOn);
  const sides = sidesAt(actor, school.id);
  const earlier = items.filter(({ state }) => state !== 'waiting');
  const title = `Basisondersteuning van ${school.name}`;
  const body = (
    <>
      <Breadcrumb items={[{ href: basicPath, label: 'Basisondersteuning' }]} />
      <div class="title-row">
        <h1>
          Basisondersteuning van <bdi>{school.name}</bdi>
        </h1>
        {mayWrite(waiting, sides) && (
          <LinkButton href={`${schoolHref(code)}/nieuw`}>Schrijf op hoe het ervoor staat</LinkButton>
        )}
      </div>
      {waiting !== undefined && (
        <Waiting
          form={waiting}
          answers={mayAnswer(waiting, sides, actor.personId)}
          {...{ csrf, typed, back }}
        />
      )}
      {waiting === undefined && back.trouble.summary.length > 0 && (
        <Notice tone="warning" title="Dit ging niet door">
          <p>{back.trouble.summary.map(({ message }) => message).join(' ')}</p>
        </Notice>
      )}
      {waiting === undefined && <TypedBefore typed={typed} />}
      <h2>Wat er eerder stond</h2>
      {earlier.length === 0 && (
        <Empty
          title="Er is nog niets vastgesteld"
          text="Wat school en contactpersoon opschrijven, blijft hier staan."
        />
      )}
      {earlier.map((form) => (
        <Judged key={form.id} form={form} />
      ))}
      <Paging
        next={next === null ? undefined : `${schoolHref(code)}?na=${next}`}
        first={after === undefined ? undefined : schoolHref(code)}
      />
    </>
  );
  return { kind: 'html', title, body, ...(back.status !== 200 && { status: back.status }) };
}

interface Sent {
  readonly parsed: Parameters<typeof backFrom>[0];
  readonly outcome: NotTaken<Unmet> | undefined;
}

async function judgePage(
  { actor, database, csrf, today }: Asking,
  school: { readonly id: string; readonly code: string; readonly name: string },
  typed: Entries,
  came: Back | Sent,
): Promise<Html> {
  const criteria = (await database.read(actor, (reader) => findCriteria(reader, actor))).filter(
    ({ endedOn }) => endedOn === null,
  );
  const back = 'status' in came ? came : backOf(came, criteria);
  const title = 'Basisondersteuning opschrijven';
  const body = (
    <>
      <Breadcrumb
        items={[
          { href: basicPath, label: 'Basisondersteuning' },
          { href: schoolHref(school.code), label: school.name },
        ]}
      />
      <h1>{title}</h1>
      <p class="lead">
        <bdi>{school.name}</bdi>
      </p>
      <p>
        School, contactpersoon en teamleider lezen dit. De ander is akkoord of antwoordt; pas als u het samen
        eens bent, telt het mee.
      </p>
      <JudgeForm {...{ criteria, csrf, typed, today, ...back }} code={school.code} />
    </>
  );
  return { kind: 'html', title, body, ...(back.status !== 200 && { status: back.status }) };
}

const backOf = ({ parsed, outcome }: Sent, criteria: readonly Criterion[]): Back =>
  backFrom(parsed, outcome, labelsOf(criteria), needFields);
