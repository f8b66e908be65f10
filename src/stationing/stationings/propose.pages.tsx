/** Proposing a stationing: a new one, or one that goes on from another with other dagdelen, another place or a longer time. */
import { z } from 'zod';
import { faultErrors } from '../../platform/form/form-errors.ts';
import { typedValue } from '../../platform/form/typed.ts';
import { day, type Entries, type Fault, id } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { addDays } from '../../platform/pure/dates.ts';
import {
  type Call,
  getPage,
  notFound,
  type Page,
  type PageAnswer,
  postPage,
  type Route,
} from '../../platform/route.ts';
import type { FormError } from '../../platform/ui/form.tsx';
import { marksInSentences, markTrouble, type OpenMark } from '../../privacy/index.ts';
import { type Attempt, labels, newPath, ProposalForm, proposalLabels } from './proposal-form.tsx';
import { proposers } from './stationing.access.ts';
import { proposeStationing } from './stationing.actions.ts';
import { findRoom, getStationing, type Stationing } from './stationing.store.ts';
import { findChoices } from './stationing-choices.store.ts';
import { inputOfForm, proposalForm, typedFrom, typedPeriod } from './stationing-form.ts';
import { listPath } from './stationing-parts.tsx';

export const proposePages: readonly Route[] = [
  getPage(
    newPath,
    proposers,
    (call) => {
      const { query, today } = call;
      const typed: Entries = [
        ['specialistId', query.specialist ?? ''],
        ['place', query.school === undefined ? '' : `s:${query.school}`],
        ['from', query.van ?? ''],
        ['to', query.tot ?? ''],
      ];
      return show(call, query.verder, (before) => {
        if (before === undefined) return { typed, errors: [] };
        const from = before.to < today ? today : addDays(before.to, 1);
        return { typed: typedFrom(before, from), errors: [] };
      });
    },
    z.object({
      specialist: z.uuid().optional().catch(undefined),
      school: z.string().max(6).optional().catch(undefined),
      van: day().optional().catch(undefined),
      tot: day().optional().catch(undefined),
      verder: z.uuid().optional().catch(undefined),
    }),
  ),
  postPage(newPath, proposers, proposalForm, async (call): Promise<PageAnswer> => {
    const { actor, deed, database, input } = call;
    const { parsed, typed } = input;
    const again = (errors: readonly FormError[], marks: readonly OpenMark[] = []) =>
      show(call, knownId(typedValue(typed, 'continuesId')), () => ({
        typed,
        errors,
        marks: marksInSentences(marks, parsed.ok ? parsed.value : {}, undefined),
      }));
    if (!parsed.ok) return again(faultErrors(parsed.faults.map(atField), proposalLabels));
    const choices = await database.read(actor, (reader) => findChoices(reader, actor));
    const proposal = inputOfForm(parsed.value, choices);
    if (!proposal.ok) return again(faultErrors(proposal.faults.map(atField), proposalLabels));
    const outcome = await proposeStationing(deed, actor, proposal.value);
    if (outcome.outcome === 'taken')
      return {
        kind: 'redirect',
        to: `${listPath}/${outcome.id}`,
        flash: {
          tone: 'good',
          text: 'De stationering is voorgesteld. De plek hoort het en kan akkoord gaan.',
        },
      };
    if (outcome.outcome === 'keyReused')
      return again([
        { message: 'Dit formulier was al verstuurd. Kijk in de lijst of het voorstel er staat.' },
      ]);
    if (outcome.outcome !== 'refused') return notFound;
    const told = outcome.unmet.filter(({ code }) => code !== 'noOpenMarks' || !outcome.marks?.length);
    return again(
      [
        ...told.map(({ field, detail }) => ({ field: field || undefined, message: detail })),
        ...markTrouble(outcome.marks ?? [], labels).summary,
      ],
      outcome.marks,
    );
  }),
];

const knownId = (value: string | undefined) => {
  const parsed = id().safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

type Told = Pick<Fault, 'location' | 'detail'>;

/** Fields of the API that are one field here. */
const atField = ({ location, detail }: Told): Told => ({
  location: /^(schoolCode|boardCode)/.test(location)
    ? 'place'
    : location.replace(/^(schools|ambitions).*/, '$1'),
  detail,
});

async function show(
  call: Call<Actor, object, unknown> & Page,
  continuesId: string | undefined,
  begin: (before: Stationing | undefined) => Attempt,
): Promise<PageAnswer> {
  const { actor, database, csrf } = call;
  const [choices, before] = await database.read(actor, (reader) =>
    Promise.all([
      findChoices(reader, actor),
      continuesId === undefined ? undefined : getStationing(reader, actor, continuesId),
    ]),
  );
  if (continuesId !== undefined && before === undefined) return notFound;
  const attempt = begin(before);
  const specialistId = knownId(typedValue(attempt.typed, 'specialistId'));
  const period = typedPeriod(attempt.typed);
  // Who may do more somewhere else, and when, is worth a look once something did not fit.
  const room =
    attempt.errors.length === 0 || specialistId === undefined || period === undefined
      ? []
      : await database.read(actor, (reader) => findRoom(reader, specialistId, period, before?.id ?? null));
  const title = before === undefined ? 'Stationering voorstellen' : 'Verder na deze stationering';
  return {
    kind: 'html',
    status: attempt.errors.length === 0 ? 200 : 422,
    title,
    body: <ProposalForm {...{ title, choices, before, room, csrf }} {...attempt} />,
  };
}
