import { z } from 'zod';
import type { Reader } from '../../platform/database.ts';
import { newId } from '../../platform/ids.ts';
import { day, idOf, id as idText, optionalText } from '../../platform/input.ts';
import type { Actor } from '../../platform/pure/actor.ts';
import { showPeriod } from '../../platform/pure/dates.ts';
import { notFound, postPage, type Route } from '../../platform/route.ts';
import { ConfirmBox } from '../../platform/ui/form.tsx';
import { change, changeRow, importPages, type RegisterField, registerPages } from '../../registers/index.ts';
import {
  addExpected,
  dropExpected,
  type Expected,
  type ExpectedInput,
  findExpected,
  findExpectedChoices,
  getExpected,
  saveExpected,
} from './expected.store.ts';
import { importExpected } from './expected-import.actions.ts';
import { setters } from './settings.access.ts';
import { dutch, inOrder, order, steppedNumber } from './settings.input.ts';
import { settingsLink } from './settings.trail.ts';

const path = '/inzet/instellingen/verwacht';

const expectedInput = z
  .object({
    school: idText('Kies een school uit de lijst.'),
    expertise: z.string(),
    leastLevel: z.enum(['1', '2', '3'], 'Kies een niveau.').transform(Number),
    language: optionalText(60),
    dagdelen: steppedNumber(0.5, 400, 0.5),
    ambition: idText('Kies een ambitie uit de lijst.').optional(),
    from: day(),
    to: day(),
  })
  .refine(inOrder, order);
type Input = z.infer<typeof expectedInput>;

const rowOf = ({ school, ambition, language, ...rest }: Input): ExpectedInput => ({
  ...rest,
  schoolId: school,
  language: language?.trim() || null,
  ambitionId: ambition ?? null,
});

const levels = [
  { value: '1', label: 'Basis of hoger' },
  { value: '2', label: 'Ervaren of hoger' },
  { value: '3', label: 'Alleen expert' },
] as const;

/** Work that is expected. Nobody's question: a plan counts with it, and a school does not see it. */
export const expectedPages: readonly Route[] = [
  ...importPages({
    path: `${path}/importeren`,
    list: path,
    access: setters,
    parent: settingsLink,
    many: 'Verwachte vragen',
    title: 'Verwachte vragen importeren',
    whole: true,
    explanation: (
      <p>
        Kies een CSV-bestand met de kolommen schoolcode, expertise, dagdelen, van en tot_en_met. Niveau (1, 2
        of 3), taal en ambitie mogen erbij. U ziet eerst wat er zou veranderen. Is er een regel fout, dan
        verandert er niets. Wat niet in het bestand staat, blijft zoals het is.
      </p>
    ),
    run: (deed, actor, bytes, { preview }) => importExpected(deed, actor, bytes, preview),
  }),
  postPage(`${path}/:id/verwijderen`, setters, z.object({}), async ({ actor, deed, params }) => {
    const id = idOf(params);
    if (id === undefined) return notFound;
    const saved = await changeRow(
      deed,
      actor,
      { action: 'remove', subject: 'expected_need' },
      id,
      async (tx) => {
        await dropExpected(tx, actor.tenantId, id);
        return undefined;
      },
    );
    if (saved.outcome === 'notFound') return notFound;
    const done = saved.outcome === 'taken';
    return {
      kind: 'redirect',
      to: done ? path : `${path}/${id}`,
      flash: done
        ? { tone: 'good', text: 'Verwijderd.' }
        : { tone: 'error', text: 'Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.' },
    };
  }),
  ...registerPages<Input, Expected>({
    path,
    access: setters,
    parent: settingsLink,
    many: 'Verwachte vragen',
    one: 'verwachte vraag',
    fresh: 'Nieuwe verwachte vraag',
    links: [{ href: `${path}/importeren`, label: 'Importeer een lijst' }],
    input: expectedInput,
    fields,
    find: findExpected,
    cursor: ({ school, id }) => ({ key: school, id }),
    columns: () => [
      { label: 'School', text: ({ school }) => school },
      { label: 'Expertise', cell: ({ expertiseName }) => <bdi>{expertiseName}</bdi> },
      { label: 'Dagdelen', cell: ({ dagdelen }) => dutch(dagdelen), numeric: true },
      { label: 'Periode', cell: ({ from, to }) => showPeriod(from, to) },
      { label: 'Ambitie', cell: ({ ambition }) => <bdi>{ambition ?? 'geen'}</bdi> },
    ],
    get: async (reader, tenantId, id) => {
      const one = await getExpected(reader, tenantId, id);
      return (
        one && {
          title: `${one.expertiseName} op ${one.school}`,
          version: one.version,
          values: {
            school: one.schoolId,
            expertise: one.expertise,
            leastLevel: `${one.leastLevel}`,
            language: one.language ?? '',
            dagdelen: dutch(one.dagdelen),
            ambition: one.ambitionId ?? '',
            from: one.from,
            to: one.to,
          },
        }
      );
    },
    add: (deed, actor, input) =>
      change(deed, actor, { action: 'add', subject: 'expected_need' }, async (tx) => {
        const id = newId();
        await addExpected(tx, actor.tenantId, id, rowOf(input));
        return { outcome: 'taken', id };
      }),
    save: (deed, actor, id, input) =>
      changeRow(deed, actor, { action: 'change', subject: 'expected_need' }, id, async (tx) => {
        await saveExpected(tx, actor.tenantId, id, rowOf(input));
        return undefined;
      }),
    below: async (_reader, { id, held, csrf }) => (
      <ConfirmBox
        key="remove"
        label="Verwijder deze verwachte vraag"
        action={`${path}/${id}/verwijderen`}
        csrf={csrf}
        version={held.version}
        confirm="Verwijder"
      >
        <p>Nieuwe plannen rekenen er niet meer mee. Wat al afgesproken is, blijft.</p>
      </ConfirmBox>
    ),
  }),
];

async function fields(reader: Reader, { tenantId }: Actor): Promise<readonly RegisterField[]> {
  const { schools, expertise, ambitions } = await findExpectedChoices(reader, tenantId);
  return [
    { name: 'school', label: 'School', kind: 'select', options: schools },
    { name: 'expertise', label: 'Expertise', kind: 'select', options: expertise },
    { name: 'leastLevel', label: 'Hoe ervaren ten minste?', kind: 'radios', options: levels },
    {
      name: 'language',
      label: 'Taal',
      kind: 'text',
      hint: 'Alleen als iemand naast Nederlands een taal moet spreken.',
      optional: true,
    },
    {
      name: 'dagdelen',
      label: 'Dagdelen',
      kind: 'number',
      hint: 'Over de hele periode samen, in hele of halve dagdelen.',
    },
    {
      name: 'ambition',
      label: 'Voor welke ambitie?',
      kind: 'select',
      options: ambitions,
      optional: true,
    },
    { name: 'from', label: 'Eerste dag', kind: 'date' },
    { name: 'to', label: 'Laatste dag', kind: 'date' },
  ];
}
