/** Forms on a visit: what a school says of it, many at once, and taking one back. */
import { z } from 'zod';
import { typedValue, typedValues } from '../../platform/form/typed.ts';
import { type Fault, idOf } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { count } from '../../platform/pure/text.ts';
import {
  type Call,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
  type Sent,
} from '../../platform/route.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import { marksInSentences, markTrouble, type OpenMark } from '../../privacy/index.ts';
import { answer, confirmMany } from './answer.actions.ts';
import { errorsOf } from './record.pages.tsx';
import { recorders, respondents } from './visit.access.ts';
import { takeBackVisit } from './visit.actions.ts';
import { type AnswerInput, answerInput } from './visit.input.ts';
import { getVisit } from './visit.store.ts';
import { visitPage } from './visit-page.tsx';

const path = '/inzet/bezoeken';
const seenVisit = z
  .string()
  .regex(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.[1-9]\d{0,8}$/, 'Kies uit de lijst.');

export const answerPages: readonly Route[] = [
  postPage(
    `${path}/bevestigen`,
    respondents,
    z.object({ visits: z.array(seenVisit).max(200).optional() }),
    async ({ actor, deed, input }): Promise<PageAnswer> => {
      const chosen = input.parsed.ok ? (input.parsed.value.visits ?? []) : [];
      if (chosen.length === 0)
        return { kind: 'redirect', to: path, flash: { tone: 'warning', text: 'Er was niets aangevinkt.' } };
      const seen = chosen.map((one) => ({ id: one.slice(0, 36), version: Number(one.slice(37)) }));
      const outcome = await confirmMany(deed, actor, seen);
      const done = outcome.outcome === 'taken' ? outcome.confirmed : 0;
      return { kind: 'redirect', to: path, flash: confirmedWords(done, seen.length - done) };
    },
  ),
  postPage(`${path}/:id/antwoord`, respondents, answerInput, async (call): Promise<PageAnswer> => {
    const { actor, deed, input } = call;
    const { parsed } = input;
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = parsed.ok ? await answer(deed, actor, id, parsed.value) : undefined;
    if (outcome?.outcome === 'notFound' || outcome?.outcome === 'forbidden') return notFound;
    if (!parsed.ok || outcome === undefined)
      return again(call, id, parsed.ok ? [] : parsed.faults.map(atField), []);
    if (outcome.outcome !== 'taken')
      return again(call, id, errorsOf(outcome), (outcome.outcome === 'refused' && outcome.marks) || []);
    return {
      kind: 'redirect',
      to: `${path}/${id}`,
      flash: { tone: 'good', text: thanks[parsed.value.verdict] },
    };
  }),
  postPage(`${path}/:id/intrekken`, recorders, z.object({}), async (call): Promise<PageAnswer> => {
    const id = idOf(call.params);
    if (id === undefined) return notFound;
    const outcome = await takeBackVisit(call.deed, call.actor, id);
    if (outcome.outcome === 'taken')
      return { kind: 'redirect', to: path, flash: { tone: 'good', text: 'Het bezoek is ingetrokken.' } };
    if (outcome.outcome === 'notFound' || outcome.outcome === 'forbidden') return notFound;
    const text = errorsOf(outcome)
      .map(({ message }) => message)
      .join(' ');
    return { kind: 'redirect', to: `${path}/${id}`, flash: { tone: 'warning', text } };
  }),
];

const thanks = {
  confirmed: 'U bevestigde het bezoek.',
  disputed: 'De specialist kan nu lezen wat er niet klopt.',
} as const;
const labels = { words: 'Wat klopt er niet?' };
const atField = ({ location, detail }: Fault): FormError => ({ field: location, message: detail });

/** The visit again, with what was written about it. */
async function again(
  { actor, input, csrf, database }: Call<Actor, Record<string, never>, Sent<AnswerInput>> & Page,
  id: string,
  faults: readonly FormError[],
  marks: readonly OpenMark[],
): Promise<PageAnswer> {
  const visit = await database.read(actor, (reader) => getVisit(reader, actor.tenantId, id));
  if (visit === undefined) return notFound;
  const { parsed, typed } = input;
  const page = visitPage({
    visit,
    actor,
    csrf,
    attempt: {
      schoolCode: typedValue(typed, 'schoolCode') ?? '',
      words: typedValue(typed, 'words') ?? '',
      accepted: typedValues(typed, 'acceptedMarks'),
      errors: marks.length > 0 ? markTrouble(marks, labels).summary : faults,
      marks: marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined),
    },
  });
  return { ...page, status: 422 };
}

function confirmedWords(done: number, left: number) {
  const said = `U bevestigde ${count(done, 'bezoek', 'bezoeken')}.`;
  if (left === 0) return { tone: 'good', text: said } as const;
  const changed = `${count(left, 'bezoek is', 'bezoeken zijn')} net veranderd of al beantwoord. Kijk nog eens.`;
  return { tone: 'warning', text: done === 0 ? changed : `${said} ${changed}` } as const;
}
