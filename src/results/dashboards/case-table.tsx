/** Cases behind a figure, each with the way to it. */
import type { JSX } from 'preact';
import { Empty } from '../../platform/ui/parts.tsx';
import { type Column, Table } from '../../platform/ui/table.tsx';
import type { Measure } from '../measures/measure.rules.ts';
import { kindOfCase, linkOf, valueWords } from './case.words.ts';
import type { Case } from './cases.store.ts';

interface CaseTableProps {
  readonly measure: Measure;
  readonly cases: readonly Case[];
}

export const CaseTable = ({ measure, cases }: CaseTableProps): JSX.Element => (
  <Table
    caption="Gevallen"
    hideCaption
    rows={cases}
    columns={measure.kinds === null ? columnsOf(measure).slice(0, 3) : columnsOf(measure)}
  />
);

/** A page past the last case of a figure that has some. */
export const NoMoreCases = (): JSX.Element => (
  <Empty title="Verder is er niets" text="De gevallen van dit cijfer staan op de bladzijden hiervoor." />
);

const columnsOf = (measure: Measure): readonly Column<Case>[] => [
  {
    label: 'Geval',
    cell: (one) => {
      const link = linkOf(measure, one);
      return link === undefined ? 'Een geval' : <a href={link.href}>{link.label}</a>;
    },
  },
  { label: 'School', cell: ({ school }) => <bdi>{school?.name ?? 'Meer scholen'}</bdi> },
  { label: 'Geteld als', cell: (one) => valueWords(measure, one) },
  { label: 'Soort', cell: kindOfCase },
];
