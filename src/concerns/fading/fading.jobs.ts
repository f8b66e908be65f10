import type { Database } from '../../platform/database.ts';
import { lookAt } from '../../privacy/index.ts';
import {
  type Bars,
  type DueConcern,
  dropOldNotes,
  fadeConcern,
  findDue,
  warnOfErasure,
} from './fading.store.ts';
import { rangesOfSpans } from './words.rules.ts';

/** Each night: warns of what will go, drops unshared notes and fades finished concerns whose term has passed. */
export async function eraseByTerm(database: Database): Promise<void> {
  await warnOfErasure(database);
  await eraseWhatIsDue(database, false);
}

/** After a backup was put back, before it serves: what is past its term goes at once, warned of or not. For an operator. */
export function eraseAfterRestore(database: Database): Promise<void> {
  return eraseWhatIsDue(database, true);
}

async function eraseWhatIsDue(database: Database, unwarned: boolean): Promise<void> {
  await dropOldNotes(database, unwarned);
  for (let due = await findDue(database, unwarned); due.length > 0; due = await findDue(database, unwarned)) {
    let faded = 0;
    for (const one of due) {
      const { bars, themeGoes } = whatStays(one);
      if (await fadeConcern(database, one, bars, themeGoes, unwarned)) faded += 1;
    }
    // What does not fade now is looked at again tomorrow.
    if (faded === 0) return;
  }
}

/** Nobody is there to confirm a name any more: every mark goes. When the writing aid cannot run, everything goes. */
function whatStays({ helped, theme, names, today }: DueConcern): {
  readonly bars: Bars;
  readonly themeGoes: boolean;
} {
  try {
    const texts = { ...(helped !== null && { helped }), ...(theme !== null && { theme }) };
    const marks = lookAt(texts, [], { names, today }).open;
    const inHelped = marks.filter((mark) => mark.field === 'helped');
    return {
      bars: rangesOfSpans(helped ?? '', inHelped),
      themeGoes: marks.some((mark) => mark.field === 'theme'),
    };
  } catch {
    return { bars: null, themeGoes: true };
  }
}
