import type { ComponentChildren, JSX } from 'preact';
import { showDate } from '../../platform/pure/dates.ts';
import { Card, CardList, Prose } from '../../platform/ui/parts.tsx';
import type { Agreement } from '../concern.store.ts';

/** What stands under an agreement. */
export type Foot = (agreement: Agreement) => ComponentChildren;

interface AgreementsProps {
  readonly agreements: readonly Agreement[];
  readonly foot?: Foot | undefined;
}

/** Who does what, by when, and what children will notice of it. */
export function Agreements({ agreements, foot }: AgreementsProps): JSX.Element {
  return (
    <CardList>
      {agreements.map((agreement) => (
        <Card
          key={agreement.id}
          title={agreement.what}
          meta={
            <>
              <bdi>{agreement.who}</bdi>, uiterlijk{' '}
              <time datetime={agreement.by}>{showDate(agreement.by)}</time>
            </>
          }
        >
          <div class="stack">
            <div>
              <p class="said">Wat kinderen merken</p>
              <Prose text={agreement.childrenNotice} />
            </div>
            {foot?.(agreement)}
          </div>
        </Card>
      ))}
    </CardList>
  );
}
