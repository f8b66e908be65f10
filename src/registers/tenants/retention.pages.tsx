import { z } from 'zod';
import { text } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
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
import { administrators, home, kept, page, problemsOf, valuesOf } from '../admin/admin-page.tsx';
import type { Saved } from '../admin/change.actions.ts';
import { errorsOf, type RegisterField, RegisterForm, type Values } from '../admin/register-form.tsx';
import { changeRetention } from './retention.actions.ts';
import { getRetention, type Retention } from './retention.store.ts';

const whole = (least: number, most: number, unit: string) =>
  z
    .string()
    .regex(/^\d{1,3}$/, 'Vul een heel getal in.')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `Kies ${least} tot en met ${most} ${unit}.`);

const retentionInput = z.object({
  noteDays: whole(7, 90, 'dagen'),
  fadeMonths: whole(6, 36, 'maanden'),
  reason: text(1_000),
});

const path = '/beheer/bewaartermijnen';

export const retentionPages: readonly Route[] = [
  getPage(path, administrators, (call) => showRetention(call, undefined, [], undefined)),
  postPage(path, administrators, retentionInput, async (call) => {
    const { parsed, typed } = call.input;
    if (!parsed.ok) return showRetention(call, valuesOf(typed), errorsOf(parsed.faults, fields), undefined);
    const saved = await changeRetention(call.deed, call.actor, parsed.value);
    if (saved.outcome === 'taken') return kept(path, 'Opgeslagen. Het geldt vanaf vannacht.');
    return showRetention(call, valuesOf(typed), problemsOf(saved), saved);
  }),
];

const fields: readonly RegisterField[] = [
  {
    name: 'noteDays',
    label: 'Notities die niemand deelt, verdwijnen na (dagen)',
    kind: 'text',
    hint: 'Vanaf de laatste aanpassing, 7 tot en met 90. De schrijver hoort het een week van tevoren, niemand anders.',
  },
  {
    name: 'fadeMonths',
    label: 'Zorgen vervagen na hun einde na (maanden)',
    kind: 'text',
    hint: '6 tot en met 36; een schooljaar is 12. Namen en teksten gaan weg; thema, wat hielp en hoe lang het duurde blijven. Wie erbij hoort, hoort het een maand van tevoren.',
  },
  {
    name: 'reason',
    label: 'Waarom deze termijnen',
    kind: 'text',
    hint: 'Voor uw register van verwerkingen.',
  },
];

async function showRetention(
  { actor, database, csrf }: Call<Actor, object, unknown> & Page,
  values: Values | undefined,
  errors: readonly FormError[],
  saved: Saved | undefined,
): Promise<PageAnswer> {
  const retention = await database.read(actor, (reader) => getRetention(reader, actor.tenantId));
  if (retention === undefined) return notFound;
  const stale = saved?.outcome === 'stale';
  const current = valuesFrom(retention);
  const html = page(
    'Bewaartermijnen',
    [home],
    <RegisterForm
      action={path}
      csrf={csrf}
      fields={fields}
      values={values ?? current}
      errors={errors}
      version={retention.version}
      current={stale ? current : undefined}
      submit="Sla op"
      cancel="/beheer"
    />,
  );
  return { ...html, status: stale ? 412 : errors.length > 0 ? 422 : 200 };
}

const valuesFrom = ({ noteDays, fadeMonths, reason }: Retention): Values => ({
  noteDays: String(noteDays),
  fadeMonths: String(fadeMonths),
  reason,
});
