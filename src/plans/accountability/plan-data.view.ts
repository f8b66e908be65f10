/** The ambitions of the plan that holds today as rows of an open table. */
import { hiddenWord } from '../../platform/pure/suppression.ts';
import { isMeasureCode, measureOf, unitWords } from '../../results/index.ts';
import type { Measured } from '../support-plan/ambitions/measured.store.ts';
import type { PublicAmbition, PublicPlan } from '../support-plan/support-plan.store.ts';
import { mayBeFew } from './account.words.ts';
import type { OpenColumn } from './open-data.view.ts';

interface AmbitionRow extends PublicAmbition {
  readonly priority: string;
  readonly measured: Measured | undefined;
}

export const ambitionRows = (
  plan: PublicPlan | undefined,
  measured: ReadonlyMap<string, Measured>,
): readonly AmbitionRow[] =>
  (plan?.priorities ?? []).flatMap(({ name, ambitions }) =>
    ambitions.map((one) => ({ ...one, priority: name, measured: measured.get(one.measure ?? '') })),
  );

function readOf(row: AmbitionRow): number | string | null {
  if (row.measure !== null) return row.measured?.value ?? null;
  if (row.reading === null) return null;
  return mayBeFew(row, row.reading.value) ? hiddenWord : row.reading.value;
}

/** As in the plan: of a share of a measure, too, percent. */
function unitOf({ unit, measure }: AmbitionRow): string | null {
  if (measure === null || !isMeasureCode(measure)) return unit === '%' ? 'procent' : unit;
  const its = measureOf(measure).unit;
  return its === 'share' ? 'procent' : unitWords[its];
}

export const ambitionColumns: readonly OpenColumn<AmbitionRow>[] = [
  { label: 'ambitie_id', means: 'Vaste code van de ambitie.', type: 'string', cell: ({ id }) => id },
  { label: 'speerpunt', means: 'Speerpunt van het plan.', type: 'string', cell: ({ priority }) => priority },
  { label: 'ambitie', means: 'Naam van de ambitie.', type: 'string', cell: ({ name }) => name },
  { label: 'bladzijde', means: 'Bladzijde in het plan.', type: 'integer', cell: ({ page }) => page },
  {
    label: 'indicator',
    means: 'Waaraan te zien is hoe ver het is.',
    type: 'string',
    cell: ({ indicator }) => indicator,
  },
  {
    label: 'maat',
    means:
      'Code van de maat die vertelt hoe ver het is, zoals in cijfers.csv. Leeg: de eigenaar meet het zelf.',
    type: 'string',
    cell: ({ measure }) => measure,
  },
  {
    label: 'eenheid',
    means: 'Waarin begin, doel en stand zijn uitgedrukt. Een aandeel staat in procenten.',
    type: 'string',
    cell: unitOf,
  },
  { label: 'begin', means: 'Waarde bij het begin.', type: 'number', cell: ({ startValue }) => startValue },
  { label: 'doel', means: 'Waarde die is beloofd.', type: 'number', cell: ({ targetValue }) => targetValue },
  { label: 'doel_op', means: 'Uiterlijk op deze dag.', type: 'date', cell: ({ targetOn }) => targetOn },
  {
    label: 'stand',
    means: 'De laatste waarde. «Verborgen» is een aantal onder vijf.',
    type: 'number',
    hidden: hiddenWord,
    cell: readOf,
  },
  {
    label: 'stand_op',
    means: 'De dag van de laatste waarde; van een maat de laatste dag van het tijdvak.',
    type: 'date',
    cell: ({ measure, measured, reading }) => (measure === null ? reading?.on : measured?.to) ?? null,
  },
];
