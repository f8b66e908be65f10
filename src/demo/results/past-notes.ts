/** Practice notes of the school year before this one: most of them helped somebody half a year later, some did not. */
import { newId } from '../../platform/ids.ts';
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { type IsOpen, momentOn, nextOpen } from '../days.ts';
import { demoPracticeNotes } from '../questions/practice-notes.ts';
import type { Done } from './history.store.ts';

/** Rows of each step, in their order. */
export interface PastNotes {
  readonly notes: readonly Done[];
  readonly editions: readonly Done[];
  readonly handedIn: readonly Done[];
  readonly approved: readonly Done[];
  readonly used: readonly Done[];
}

/** The demonstration's own stories write these themselves. */
const playedElsewhere = 10;
/** Somebody who uses a note so long after it came out says that it still helps. */
const halfAYear = 186;

interface Scene {
  /** The school year's first calendar year. */
  readonly year: number;
  readonly specialists: readonly string[];
  readonly isOpen: IsOpen;
  readonly today: CivilDate;
}

export function pastNotes({ year, specialists, isOpen, today }: Scene): PastNotes {
  const who = (nth: number) => specialists[nth % specialists.length] ?? '';
  const told = demoPracticeNotes
    .slice(playedElsewhere)
    .map((note, nth) => {
      const day = nextOpen(addDays(`${year}-08-25`, nth * 13), isOpen);
      const at = (on: CivilDate, hour: number) => momentOn(on, hour).toISOString();
      // Few write many notes.
      const [writer, reader] = [who(nth % 3), who((nth % 3) + 1)];
      const later = nextOpen(addDays(day, halfAYear + (nth % 5) * 9), isOpen);
      const id = newId();
      const step = (by: string, hour: number, name: string) => ({
        by,
        clock: at(day, hour),
        note: id,
        step: name,
      });
      return {
        note: { by: writer, clock: at(day, 14), id },
        edition: {
          ...{ by: writer, clock: at(day, 14), note_id: id, title: note.title, situation: note.situation },
          approach: [note.whatWorked, ...note.tips.map((tip) => `- ${tip}`)].join('\n'),
          expertise: [note.expertise],
        },
        handedIn: step(writer, 15, 'hand_in'),
        approved: step(reader, 16, 'approve'),
        used:
          nth % 4 === 3 || later >= today
            ? []
            : [{ by: who(nth + 4), clock: at(later, 11), note: id, step: 'use' }].filter(
                ({ by }) => by !== writer,
              ),
      };
    })
    .filter(({ note }) => note.clock < `${addDays(today, -1)}`);
  return {
    notes: told.map(({ note }) => note),
    editions: told.map(({ edition }) => edition),
    handedIn: told.map(({ handedIn }) => handedIn),
    approved: told.map(({ approved }) => approved),
    used: told.flatMap(({ used }) => used),
  };
}
