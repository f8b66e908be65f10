/** Released figures as rows of a table for machines, each column said once: the CSV and its description (CSVW) read this table. */
import type { CsvColumn } from '../../platform/pure/csv.ts';
import { dayOf } from '../../platform/pure/dates.ts';
import { hiddenMeans, hiddenWord } from '../../platform/pure/suppression.ts';
import {
  dimensionWords,
  kindWords,
  levelWords,
  measureOf,
  noneWords,
  type PublicCell,
  unitWords,
} from '../../results/index.ts';
import type { ReleaseLabel } from './account.store.ts';

/** A column of an open table: name and meaning for machines, and what stands in it. */
export interface OpenColumn<Row> extends CsvColumn<Row> {
  /** What it holds, in a sentence. */
  readonly means: string;
  readonly type: 'string' | 'date' | 'integer' | 'number';
  /** What stands there instead of a value that was hidden. */
  readonly hidden?: string;
}

interface FigureRow extends PublicCell {
  /** Of what it was split by. */
  readonly label: string;
  readonly code: string;
  /** Of the part. */
  readonly ofPart: string;
}

/** All cells of all releases, in the order of the releases. */
export function figureRows(
  cells: readonly PublicCell[],
  labels: readonly ReleaseLabel[],
): readonly FigureRow[] {
  const known = new Map(labels.map((one) => [`${one.dimension} ${one.key}`, one]));
  const kindName = (kind: string) => known.get(`kind ${kind}`)?.name ?? kindWords[kind] ?? kind;
  return cells.map((cell) => {
    const found = known.get(`${cell.dimension} ${cell.key}`);
    return {
      ...cell,
      code: found?.code ?? cell.key,
      label: found?.name ?? nameOf(cell),
      ofPart: partName(cell.part, kindName),
    };
  });
}

type Split = keyof typeof noneWords;

/** What no register names. */
function nameOf({ dimension, key }: Pick<PublicCell, 'dimension' | 'key'>): string {
  if (dimension === 'all') return 'Alles samen';
  if (key === 'none') return isSplit(dimension) ? noneWords[dimension] : 'Geen';
  if (dimension === 'ambition') return 'Een andere ambitie';
  return (dimension === 'level' ? levelWords : kindWords)[key] ?? key;
}

const isSplit = (dimension: string): dimension is Split => Object.hasOwn(noneWords, dimension);

const partWords: Readonly<Record<string, string>> = {
  '': 'Alles',
  '1': 'Wel',
  '0': 'Niet',
  same: 'Gelijk',
  other: 'Niet gelijk',
};

/** «School, niveau -1» */
function partName(part: string, kindName: (kind: string) => string): string {
  const [kind = '', level] = part.split(':');
  return level === undefined ? (partWords[part] ?? part) : `${kindName(kind)}, niveau ${level}`;
}

export const figureColumns: readonly OpenColumn<FigureRow>[] = [
  {
    label: 'maat',
    means: 'Code van de maat, zoals op de bladzijde «Zo meten wij».',
    type: 'string',
    cell: ({ measure }) => measure,
  },
  {
    label: 'naam',
    means: 'Naam van de maat.',
    type: 'string',
    cell: ({ measure }) => measureOf(measure).name,
  },
  {
    label: 'eenheid',
    means: 'Waarin de waarde is uitgedrukt; een aandeel is een breuk van 0 tot 1.',
    type: 'string',
    cell: ({ measure }) => unitWords[measureOf(measure).unit],
  },
  { label: 'van', means: 'Eerste dag van het tijdvak.', type: 'date', cell: ({ from }) => from },
  { label: 'tot_en_met', means: 'Laatste dag van het tijdvak.', type: 'date', cell: ({ to }) => to },
  {
    label: 'tijdvak',
    means: 'Kwartaal of schooljaar.',
    type: 'string',
    cell: ({ span }) => (span === 'year' ? 'schooljaar' : 'kwartaal'),
  },
  {
    label: 'verdeeld_naar',
    means: 'Waarnaar is verdeeld; «alles» is het geheel.',
    type: 'string',
    cell: ({ dimension }) => (isSplit(dimension) ? dimensionWords[dimension] : 'alles'),
  },
  {
    label: 'sleutel',
    means: 'Code van het gebied, de expertise, het niveau, de soort of de ambitie.',
    type: 'string',
    cell: ({ code }) => code,
  },
  {
    label: 'omschrijving',
    means: 'Naam die bij de sleutel hoort.',
    type: 'string',
    cell: ({ label }) => label,
  },
  {
    label: 'deel',
    means: 'Code van een deel van de getelde gevallen; «alles» is het geheel.',
    type: 'string',
    cell: ({ part }) => (part === '' ? 'alles' : part),
  },
  { label: 'deel_naam', means: 'Naam van het deel.', type: 'string', cell: ({ ofPart }) => ofPart },
  {
    label: 'aantal',
    means: `Hoeveel gevallen er zijn geteld; bij doorlooptijden alle ingediende vragen, ook die eerder eindigden. ${hiddenMeans}`,
    type: 'integer',
    hidden: hiddenWord,
    cell: ({ n }) => n ?? hiddenWord,
  },
  {
    label: 'waarde',
    means: 'Het cijfer. Leeg: verborgen, of van te weinig gevallen.',
    type: 'number',
    cell: ({ figure }) => figure?.value ?? null,
  },
  {
    label: 'ten_minste',
    means: 'Ondergrens van het interval van 95%, bij een aandeel.',
    type: 'number',
    cell: ({ figure }) => figure?.low ?? null,
  },
  {
    label: 'ten_hoogste',
    means: 'Bovengrens van het interval van 95%, bij een aandeel.',
    type: 'number',
    cell: ({ figure }) => figure?.high ?? null,
  },
  {
    label: 'p85',
    means: 'Schooldagen waarbinnen 85 van de 100 klaar waren, bij doorlooptijden.',
    type: 'number',
    cell: ({ figure }) => figure?.p85 ?? null,
  },
  {
    label: 'daarnaast',
    means: 'Waarnaast de waarde staat: reistijd bij uren, gevraagde dagdelen bij gedane.',
    type: 'number',
    cell: ({ figure }) => figure?.of ?? null,
  },
  {
    label: 'vastgezet_op',
    means: 'De dag waarop het cijfer is vastgezet; daarna verandert het niet meer.',
    type: 'date',
    cell: ({ madeAt }) => dayOf(madeAt),
  },
];

/** What no two rows share. */
export const figureKey = ['maat', 'tijdvak', 'van', 'verdeeld_naar', 'sleutel', 'deel'] as const;
