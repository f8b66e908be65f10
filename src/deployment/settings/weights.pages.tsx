/** What the partnership weighs, under its own names: what a plan gains or loses points for. */
import { z } from 'zod';
import { nameOfWeight, type WeightFacts, type WeightKind, weightKinds } from '../../planner/index.ts';
import { optionalText } from '../../platform/input.ts';
import { postPage, type Route } from '../../platform/route.ts';
import { ConfirmBox } from '../../platform/ui/form.tsx';
import { settingsPages } from '../../registers/index.ts';
import { changeWeights } from './planning.actions.ts';
import { getWeights } from './planning.store.ts';
import { setters } from './settings.access.ts';
import { dutch, steppedNumber } from './settings.input.ts';
import { settingsLink } from './settings.trail.ts';

const path = '/inzet/instellingen/gewichten';

/** The two fields of a weight. */
const fieldsOf = ({ code }: WeightKind) => ({ name: `${code}_name`, weight: `${code}_weight` }) as const;

const weightsInput = z.object(
  Object.fromEntries(
    weightKinds.flatMap((kind): readonly (readonly [string, z.ZodType])[] => {
      const { name, weight } = fieldsOf(kind);
      return [
        [name, optionalText(60)],
        [weight, steppedNumber(0, 1000, 0.001).optional()],
      ];
    }),
  ),
);

/** The weights that are not as they come; an empty field is as it comes. */
export function weightsFrom(typed: Readonly<Record<string, unknown>>): readonly WeightFacts[] {
  return weightKinds.flatMap((kind): readonly WeightFacts[] => {
    const fields = fieldsOf(kind);
    const [ownName, ownWeight] = [typed[fields.name], typed[fields.weight]];
    const name = typeof ownName === 'string' && ownName.trim() !== '' ? ownName.trim() : kind.name;
    const weight = typeof ownWeight === 'number' ? ownWeight : kind.standard;
    return name === kind.name && weight === kind.standard ? [] : [{ code: kind.code, name, weight }];
  });
}

export const weightPages: readonly Route[] = [
  postPage(`${path}/standaard`, setters, z.object({}), async ({ actor, deed }) => {
    const { outcome } = await changeWeights(deed, actor, []);
    return {
      kind: 'redirect',
      to: path,
      flash:
        outcome === 'taken'
          ? { tone: 'good', text: 'Alle gewichten zijn weer standaard.' }
          : { tone: 'error', text: 'Iemand anders heeft dit net gewijzigd. Kijk eerst wat er nu staat.' },
    };
  }),
  ...settingsPages({
    path,
    access: setters,
    parent: settingsLink,
    title: 'Gewichten',
    saved: 'Opgeslagen. Nieuwe plannen wegen zo.',
    input: weightsInput,
    fields: weightKinds.flatMap((kind) => {
      const { name, weight } = fieldsOf(kind);
      const group = {
        title: kind.name,
        hint: `${kind.costs ? 'Kost' : 'Levert'} punten ${kind.per}. Standaard ${dutch(kind.standard)}.`,
      };
      return [
        { group, name: weight, label: 'Punten', kind: 'text', optional: true } as const,
        { group, name, label: 'Zo noemen wij het', kind: 'text', optional: true } as const,
      ];
    }),
    above: () => (
      <p class="lead">
        Een plan krijgt punten voor wat goed is en verliest punten voor wat beter kan. Het beste plan heeft de
        meeste punten. Hoe hoger een gewicht, hoe belangrijker. Bij 0 telt het niet mee, en laat u een veld
        leeg, dan geldt de standaard.
      </p>
    ),
    find: getWeights,
    change: (deed, actor, typed) => changeWeights(deed, actor, weightsFrom(typed)),
    valuesOf: ({ weights }) =>
      Object.fromEntries(
        weightKinds.flatMap((kind) => {
          const { name, weight } = fieldsOf(kind);
          const own = weights.find(({ code }) => code === kind.code)?.weight ?? kind.standard;
          return [
            [name, nameOfWeight(weights, kind.code)],
            [weight, dutch(own)],
          ];
        }),
      ),
    below: ({ version }, csrf) => (
      <ConfirmBox
        label="Terug naar standaard"
        action={`${path}/standaard`}
        csrf={csrf}
        version={version}
        confirm="Zet alles terug"
      >
        <p>Alle gewichten en namen worden weer zoals ze kwamen. Plannen die er al zijn, veranderen niet.</p>
      </ConfirmBox>
    ),
  }),
];
