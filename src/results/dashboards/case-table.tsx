/** Cases behind a figure, each with the way to it. */
import type { JSX } from 'preact';
import { Empty } from '../../platform/ui/parts.tsx';
import { type Column, Table } from '../../platform/ui/table.tsx';
import type { Measure } from '../measures/measure.rules.ts';
import { isSchool, kindLabel, kindOfCase, linkOf, valueWords } from './case.words.ts';
import type { Case } from './cases.store.ts';

interface CaseTableProps {
  readonly measure: Measure;
  readonly cases: readonly Case[];
}

export const CaseTable = ({ measure, cases }: CaseTableProps): JSX.Element => (
  <Table caption="Gevallen" hideCaption rows={cases} columns={columnsOf(measure)} />
);

/** A page past the last case of a figure that has some. */
export const NoMoreCases = (): JSX.Element => (
  <Empty title="Verder is er niets" text="De gevallen van dit cijfer staan op de bladzijden hiervoor." />
);

function columnsOf(measure: Measure): readonly Column<Case>[] {
  const kind = kindLabel(measure);
  const place: Column<Case> = {
    label: 'School',
    cell: ({ school }) => <bdi>{school?.name ?? 'Meer scholen'}</bdi>,
  };
  return [
    {
      label: isSchool(measure) ? 'School' : 'Geval',
      cell: (one) => {
        const link = linkOf(measure, one);
        if (link !== undefined) return <a href={link.href}>{link.label}</a>;
        return isSchool(measure) ? 'Meer scholen' : 'Een geval';
      },
    },
    // What is nowhere in particular has no school.
    ...(isSchool(measure) || !measure.dimensions.includes('school') ? [] : [place]),
    { label: 'Geteld als', cell: (one) => valueWords(measure, one) },
    ...(kind === undefined ? [] : [{ label: kind, cell: (one: Case) => <bdi>{kindOfCase(one)}</bdi> }]),
  ];
}
