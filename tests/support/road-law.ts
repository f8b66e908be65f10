/** What no road of a concern may hold, in design's sentences; told from what happened, and from nothing the product says. */
import type { Status } from '../../src/concerns/concern.rules.ts';
import { type Happened, isHeard, type Road, since, wasDirector } from './road-world.ts';

const enters = (road: Road, to: Status) => road.status !== to;
const authorOf = (road: Road) => (road.leadWrote ? 'lead1' : 'author');
const spokenTo = (road: Road) =>
  road.history.some(
    ({ step, present, day }) =>
      step === 'hold_conversation' &&
      present.includes(road.director) &&
      wasDirector(road, road.director, day),
  );

/** Design's sentences, told from the history alone: what may not be. */
const breaches: Readonly<Record<string, (road: Road, to: Status, last: Happened) => boolean>> = {
  'an ended concern moved': (road) => road.status === 'resolved' || road.status === 'closed',
  'the board does not know it any more': (road, to) =>
    road.status === 'with_board' && !['with_board', 'resolved', 'closed'].includes(to),
  'somebody else touched a note': (road, _to, last) => road.status === 'noted' && last.who !== authorOf(road),
  'not shared first': (road, to) => to !== 'noted' && since(road, 'share_with_director') === undefined,
  'worked without a talk': (road, to) => to === 'working' && since(road, 'hold_conversation') === undefined,
  'proposed without a talk with the present director': (road, to) =>
    to === 'board_proposed' && enters(road, to) && !spokenTo(road),
  'shared without a talk with the present director': (road, to) =>
    to === 'with_board' && enters(road, to) && !spokenTo(road),
  'the director was not heard': (road, to) =>
    to === 'with_board' &&
    enters(road, to) &&
    !(isHeard(road) || road.day > (since(road, 'propose_board')?.day ?? Infinity) + 14),
  'no second person': (road, to, last) =>
    to === 'with_board' &&
    enters(road, to) &&
    [authorOf(road), since(road, 'propose_board')?.who].includes(last.who),
  // Of a school's own concern both; about the partnership only its director, and no board at all.
  'who stands above took part before it was put forward': (road, _to, last) =>
    (last.who === 'partnership' || last.who === 'board') && road.status !== 'with_board',
  'a board took part in a concern about the partnership': (road, _to, last) =>
    road.about === 'partnership' && last.who === 'board',
  'no team lead': (road, to, last) =>
    to === 'with_board' && enters(road, to) && !['lead1', 'lead2'].includes(last.who),
};

/** Looks at the last thing that happened, which leads to `to`.
 * @throws with the sentence that was broken */
export function keepsTheLaw(road: Road, to: Status): void {
  const last = road.history.at(-1);
  for (const [breach, happened] of Object.entries(breaches)) {
    if (last !== undefined && happened(road, to, last)) throw new Error(breach);
  }
}
