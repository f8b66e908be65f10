/** The form of a new plan: a few plain fields, read as what the API takes. */
import { z } from 'zod';
import { type Entries, type Parsed, parseValue } from '../../platform/input.ts';
import { type PlanInput, planInput } from './plan.input.ts';

const line = z.string().max(200).optional();

/** As typed; numbers and choices are read after that. */
export const newPlanForm = z.object(
  Object.fromEntries(
    [
      ...['name', 'startsOn', 'weeks', 'seconds', 'basedOnId'],
      ...['extraDagdelen', 'extraExpertise', 'extraLevel', 'extraBase'],
      ...['lessWho', 'lessDagdelen', 'sickWho', 'sickFrom', 'sickTo'],
      ...['weightCode', 'weightValue', 'mostTravel', 'mostPlaces', 'leastBlock', 'mostBlock'],
    ].map((name) => [name, line]),
  ),
);
type Typed = z.infer<typeof newPlanForm>;

/** One thing that is asked otherwise, and the field of each of its parts. */
interface AskedFields {
  readonly asked: Readonly<Record<string, unknown>>;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the form asks for; faults stand at the form's own fields. */
export function inputOfNewPlan(typed: Typed): Parsed<PlanInput> {
  const asked = askedIn(typed);
  const sent = {
    ...{ name: typed['name'], startsOn: typed['startsOn'], basedOnId: typed['basedOnId'] },
    ...{ weeks: numberIn(typed['weeks']), seconds: numberIn(typed['seconds']) },
    asked: asked.map((each) => each.asked),
  };
  const parsed = parseValue(planInput, sent, 'body');
  if (parsed.ok) return parsed;
  const faults = parsed.faults.map((fault) => {
    const [list, nth, part = ''] = fault.location.split('.');
    const location = list === 'asked' ? (asked[Number(nth)]?.fields[part] ?? 'asked') : fault.location;
    return { ...fault, location };
  });
  return { ok: false, faults };
}

function askedIn(typed: Typed): readonly AskedFields[] {
  const dagdelen = numberIn(typed['lessDagdelen']);
  const limits = ['mostTravel', 'mostPlaces', 'leastBlock', 'mostBlock'].filter((name) => typed[name]);
  return [
    when(typed, ['extraDagdelen', 'extraExpertise', 'extraBase'], {
      asked: {
        ...{ kind: 'addSpecialist', dagdelen: numberIn(typed['extraDagdelen']), baseId: typed['extraBase'] },
        expertise: typed['extraExpertise']
          ? [{ code: typed['extraExpertise'], level: numberIn(typed['extraLevel']) ?? 2 }]
          : [],
      },
      fields: { dagdelen: 'extraDagdelen', expertise: 'extraExpertise', baseId: 'extraBase' },
    }),
    when(typed, ['lessWho', 'lessDagdelen'], {
      asked: {
        ...{ kind: 'time', specialistId: typed['lessWho'] ?? '' },
        dagdelen: typeof dagdelen === 'number' ? -dagdelen : dagdelen,
      },
      fields: { specialistId: 'lessWho', dagdelen: 'lessDagdelen' },
    }),
    when(typed, ['sickWho', 'sickFrom', 'sickTo'], {
      asked: {
        ...{ kind: 'away', specialistId: typed['sickWho'] ?? '' },
        ...{ from: typed['sickFrom'], to: typed['sickTo'] },
      },
      fields: { specialistId: 'sickWho', from: 'sickFrom', to: 'sickTo' },
    }),
    when(typed, ['weightCode', 'weightValue'], {
      asked: { kind: 'weight', code: typed['weightCode'], weight: numberIn(typed['weightValue']) },
      fields: { code: 'weightCode', weight: 'weightValue' },
    }),
    when(typed, limits, {
      asked: { kind: 'settings', ...Object.fromEntries(limits.map((name) => [name, numberIn(typed[name])])) },
      fields: Object.fromEntries(limits.map((name) => [name, name])),
    }),
  ].flat();
}

/** Only when something of it was filled in. */
const when = (typed: Typed, names: readonly string[], asked: AskedFields) =>
  names.some((name) => typed[name]) ? [asked] : [];

/** What is no number stays as it was typed, to be refused. */
function numberIn(text: string | undefined): number | string | undefined {
  if (text === undefined) return undefined;
  return /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.replace(',', '.')) : text;
}

/** Whether any of the folded fields was filled in, so that it opens. */
export const asksOtherwise = (typed: Entries): boolean =>
  typed.some(([name, value]) => value !== '' && /^(extra(?!Level)|less|sick|weight|most|least)/.test(name));
