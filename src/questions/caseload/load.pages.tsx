/** The whole load to a colleague, or each question to another; with one reason, in one go. */
import { z } from 'zod';
import { faultTrouble, joinTrouble } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { type Entries, text } from '../../platform/input.ts';
import { type Actor, hasRole } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import {
  type Call,
  getPage,
  type Html,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import { Breadcrumb } from '../../platform/ui/navigate.tsx';
import { Card, CardList, Empty, type Link } from '../../platform/ui/parts.tsx';
import { refusedForm } from '../../privacy/index.ts';
import { findSpecialists } from '../../stationing/index.ts';
import { handOverLoad, type LoadOutcome } from './load.actions.ts';
import { findLoad, findLoaded, findName, type Loaded, type LoadItem } from './load.store.ts';
import { type Attempt, LoadForm, labels, path } from './load-form.tsx';

const handers = ['specialist', 'team_lead'] as const;
/** More than anybody has. */
const most = 100;

const loadInput = z.object({
  from: z.uuid(),
  colleague: z.uuid('Kies een collega.').optional(),
  reason: text(),
  acceptedMarks: z.array(z.string().max(200)).max(100).optional(),
  questions: z
    .array(z.object({ id: z.uuid(), on: z.boolean().optional(), to: z.uuid().optional() }))
    .max(most)
    .optional(),
});
type LoadInput = z.infer<typeof loadInput>;

export const loadPages: readonly Route[] = [
  getPage(
    path,
    handers,
    async (call) => {
      const { actor, database, query } = call;
      const from = query.van ?? (hasRole(actor, 'specialist') ? actor.personId : undefined);
      if (from !== undefined) return showLoad(call, from);
      const loaded = await database.read(actor, (reader) => findLoaded(reader, actor.tenantId));
      return choosePage(loaded);
    },
    z.object({ van: z.uuid().optional() }),
  ),
  postPage(path, handers, loadInput, async (call) => {
    const { parsed, typed } = call.input;
    const from = typedValue(typed, 'from') ?? '';
    if (!z.uuid().safeParse(from).success) return notFound;
    if (!parsed.ok)
      return showLoad(call, from, { typed, status: 422, trouble: faultTrouble(parsed.faults, labels) });
    const chosen = chosenOf(parsed.value);
    if ('trouble' in chosen) return showLoad(call, from, { typed, status: 422, trouble: chosen.trouble });
    const outcome = await handOverLoad(call.deed, call.actor, chosen);
    if (outcome.outcome === 'notFound') return notFound;
    if (outcome.outcome !== 'taken')
      return showLoad(call, from, (load) => attemptAfter(outcome, parsed.value, typed, load));
    return {
      kind: 'redirect',
      to: from === call.actor.personId ? '/inzet/mijn-vragen' : `/inzet/specialisten/${from}/vragen`,
      flash: {
        tone: 'good',
        text: `${count(outcome.count, 'vraag is', 'vragen zijn')} overgedragen.`,
      },
    };
  }),
];

/** What was ticked, each with who takes it; or what is missing. */
function chosenOf({ from, colleague, reason, acceptedMarks, questions = [] }: LoadInput) {
  const ticked = questions.filter(({ on }) => on === true);
  const lacking = ticked.some(({ to }) => to === undefined) && colleague === undefined;
  const errors = [
    ...(ticked.length === 0 ? [{ field: 'questions', message: 'Kies ten minste één vraag.' }] : []),
    ...(lacking ? [{ field: 'colleague', message: 'Kies een collega.' }] : []),
  ];
  if (errors.length > 0) return { trouble: { summary: errors, fields: errors } };
  return {
    fromId: from,
    reason,
    acceptedMarks,
    questions: ticked.flatMap(({ id, to }) => {
      const toId = to ?? colleague;
      return toId === undefined ? [] : [{ id, toId }];
    }),
  };
}

/** Here nobody chooses days or dagdelen. */
const noRoom =
  'dit past niet in de uren van wie het overneemt. Kies bij deze vraag een andere collega, of haal het vinkje weg.';

/** Every question that could not go, by its number, with why; nothing was handed over. */
function attemptAfter(
  outcome: Exclude<LoadOutcome, { outcome: 'taken' | 'notFound' }>,
  value: LoadInput,
  typed: Entries,
  load: readonly LoadItem[],
): Attempt {
  if (outcome.outcome === 'keyReused') {
    const sent = { message: 'Dit formulier was al verstuurd. Controleer het en verstuur het opnieuw.' };
    return { typed, status: 409, trouble: { summary: [sent], fields: [] } };
  }
  const ofReason = refusedForm({ unmet: [], marks: outcome.marks }, labels, {}, value, undefined);
  const summary = outcome.refusals.flatMap(({ questionId, unmet }) => {
    const item = load.find((one) => one.questionId === questionId);
    const name = item === undefined ? 'Een vraag' : `Vraag ${item.number}`;
    return unmet
      .filter(({ code }) => code !== 'noOpenMarks')
      .map(({ code, detail }) => ({
        field: 'questions',
        message: `${name}: ${code === 'withinContract' ? noRoom : detail}`,
      }));
  });
  return {
    typed,
    status: 409,
    trouble: joinTrouble({ summary, fields: summary }, ofReason.trouble),
    marks: ofReason.marks,
  };
}

async function showLoad(
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  from: string,
  attempt?: Attempt | ((load: readonly LoadItem[]) => Attempt),
): Promise<PageAnswer> {
  const own = from === actor.personId;
  if (!own && !hasRole(actor, 'team_lead')) return notFound;
  const who = { tenantId: actor.tenantId, personId: from };
  const [name, load, all] = await database.read(actor, (reader) =>
    Promise.all([
      findName(reader, who),
      findLoad(reader, who),
      findSpecialists(reader, actor.tenantId, { limit: 200 }),
    ]),
  );
  if (name === undefined) return notFound;
  const tried = typeof attempt === 'function' ? attempt(load) : attempt;
  const colleagues = all.filter(({ id }) => id !== from);
  const title = own ? 'Mijn vragen overdragen' : `Vragen overdragen van ${name}`;
  const back: Link = own
    ? { href: '/inzet/mijn-vragen', label: 'Mijn vragen' }
    : { href: `/inzet/specialisten/${from}`, label: name };
  return {
    kind: 'html',
    title,
    status: tried?.status ?? 200,
    body: (
      <>
        <Breadcrumb items={[back]} />
        <h1>{title}</h1>
        {load.length === 0 ? (
          <Empty title="Er is niets over te dragen" text="Er loopt nu geen vraag met een toewijzing." />
        ) : (
          <LoadForm {...{ from, load, colleagues, csrf, back: back.href }} attempt={tried} />
        )}
      </>
    ),
  };
}

function choosePage(loaded: readonly Loaded[]): Html {
  return {
    kind: 'html',
    title: 'Vragen overdragen',
    body: (
      <>
        <Breadcrumb items={[{ href: '/inzet/specialisten', label: 'Specialisten' }]} />
        <h1>Vragen overdragen</h1>
        <p class="lead">Van wie wilt u vragen overdragen?</p>
        {loaded.length === 0 ? (
          <Empty title="Er is niets over te dragen" text="Er loopt nu geen vraag met een toewijzing." />
        ) : (
          <CardList>
            {loaded.map(({ id, name, questions }) => (
              <Card
                key={id}
                title={name}
                href={`${path}?van=${id}`}
                meta={count(questions, 'vraag', 'vragen')}
              />
            ))}
          </CardList>
        )}
        <p>
          Gaat het om zorgen over een school? Die draagt u over bij{' '}
          <a href="/beheer/afwezigheid">Afwezigheid</a>.
        </p>
      </>
    ),
  };
}
