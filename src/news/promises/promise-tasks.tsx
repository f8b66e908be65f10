import type { JSX } from 'preact';
import { Card, CardList } from '../../platform/ui/parts.tsx';
import type { PromisesWaiting } from './promise.store.ts';
import { promisesPath } from './promise-parts.tsx';

interface TasksProps {
  readonly promises: PromisesWaiting;
  readonly personId: string;
}

/** On the start page: one's own promises that come due, and for writers those that nobody answers for. */
export function PromiseTasks({ promises, personId }: TasksProps): JSX.Element | null {
  const { due, ownerless } = promises;
  if (due + ownerless === 0) return null;
  return (
    <>
      <h2>Toezeggingen</h2>
      <CardList>
        {due > 0 && (
          <Card
            title={
              due === 1 ? '1 toezegging van u vraagt aandacht' : `${due} toezeggingen van u vragen aandacht`
            }
            href={`${promisesPath}?toon=open&eigenaar=${personId}`}
          >
            De laatste dag is binnen twee weken, of al voorbij. Vertel dat het is gehouden, of wanneer het wel
            lukt.
          </Card>
        )}
        {ownerless > 0 && (
          <Card
            title={
              ownerless === 1 ? '1 toezegging zonder eigenaar' : `${ownerless} toezeggingen zonder eigenaar`
            }
            href={`${promisesPath}?toon=open`}
          >
            De eigenaar heeft geen aanstelling meer. Draag de toezegging over.
          </Card>
        )}
      </CardList>
    </>
  );
}
