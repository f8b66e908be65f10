/** On the start page: the yearly question while it is open, and judgements of basisondersteuning that wait for an answer. */
import type { JSX } from 'preact';
import { showDay } from '../../platform/pure/dates.ts';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import { schoolHref } from './basic/basic.words.ts';
import type { FormsWaiting } from './waiting.store.ts';
import { yearlyHref } from './yearly/yearly.words.ts';

/** How many things that is: none says that nothing waits. */
export const countForms = ({ yearly, basic }: FormsWaiting): number => yearly.length + basic.length;

export function FormTasks({ waiting }: { readonly waiting: FormsWaiting }): JSX.Element | null {
  const { yearly, yearlyUntil, basic } = waiting;
  if (countForms(waiting) === 0) return null;
  return (
    <>
      <h2>Van uw school</h2>
      <CardList>
        {yearly.map(({ code, name }) => (
          <Card
            key={code}
            title={`Wat vindt u van ons werk? ${name}`}
            href={yearlyHref(code)}
            meta={yearlyUntil === null ? undefined : `Antwoorden kan tot en met ${showDay(yearlyUntil)}.`}
          />
        ))}
        {basic.map(({ code, name }) => (
          <Card key={code} title={`Basisondersteuning van ${name}`} href={schoolHref(code)}>
            Er is opgeschreven hoe het ervoor staat. Bent u het eens?
          </Card>
        ))}
      </CardList>
    </>
  );
}
