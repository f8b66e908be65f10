/** Promises as lists and pages of other things show them. */
import type { JSX } from 'preact';
import type { CivilDate } from '../../platform/pure/dates.ts';
import { list } from '../../platform/pure/text.ts';
import { Card, CardList, StateBadge } from '../../platform/ui/parts.tsx';
import { stateOf } from './promise.rules.ts';
import type { PromiseRow } from './promise.store.ts';
import { audienceWords, dayWords, stateTones, stateWords } from './promise.words.ts';

export const promisesPath = '/toezeggingen';

interface PromiseProps {
  readonly promise: PromiseRow;
  readonly today: CivilDate;
}

export const PromiseBadge = ({ promise, today }: PromiseProps): JSX.Element => (
  <StateBadge tone={stateTones[stateOf(promise, today)]} label={stateWords(promise, today)} />
);

/** Who cannot keep it any more is told to who can hand it over. */
export const isOwnerless = ({ keptOn, ownerWorks, relations }: PromiseRow): boolean =>
  keptOn === null && !ownerWorks && relations.includes('writer');

export const ownerGone = 'De eigenaar heeft geen aanstelling meer. Draag de toezegging over.';

/** Who is part of everybody is not named apart. */
export const audienceText = ({ audiences }: Pick<PromiseRow, 'audiences'>): string =>
  audiences.includes('public') ? audienceWords.public : list(audiences.map((one) => audienceWords[one]));

/** Promises as cards, each a way to its page. */
export function PromiseCards({
  promises,
  today,
}: {
  readonly promises: readonly PromiseRow[];
  readonly today: CivilDate;
}): JSX.Element {
  return (
    <CardList>
      {promises.map((promise) => (
        <Card
          key={promise.id}
          title={promise.sentence}
          href={`${promisesPath}/${promise.id}`}
          badge={<PromiseBadge promise={promise} today={today} />}
          meta={
            <>
              <bdi>{promise.ownerTitle}</bdi>
              {promise.owner !== null && (
                <>
                  {' ('}
                  <bdi>{promise.owner.name}</bdi>)
                </>
              )}
              {` · voor ${audienceText(promise)}`}
              {promise.partnership !== null && (
                <>
                  {' · '}
                  <bdi>{promise.partnership}</bdi>
                </>
              )}
            </>
          }
        >
          <p>{dayWords(promise)}</p>
          {!promise.published && <p>Het bericht is nog niet gepubliceerd: alleen wie schrijft ziet dit.</p>}
          {isOwnerless(promise) && <p>{ownerGone}</p>}
          {promise.keptWords !== null && <p dir="auto">{promise.keptWords}</p>}
          {promise.keptBy !== null && (
            <p>
              Te lezen in het bericht «<bdi>{promise.keptBy.title}</bdi>».
            </p>
          )}
        </Card>
      ))}
    </CardList>
  );
}
