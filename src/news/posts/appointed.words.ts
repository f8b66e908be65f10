/** The sentence about the appointment that a post tells of, in the language of its frame. Names of roles are the partnership's own. */
import { addDays, type CivilDate } from '../../platform/pure/dates.ts';
import { apart, type FrameLanguage } from '../../platform/pure/languages.ts';
import { dateIn } from './page.words.ts';

export interface Appointed {
  readonly name: string;
  readonly role: string;
  readonly acting: boolean;
  /** A school or a board; null: the partnership. */
  readonly place: string | null;
  readonly startsOn: CivilDate;
  /** The first day it no longer holds. */
  readonly endsOn: CivilDate | null;
}

interface Said {
  readonly who: string;
  readonly from: string;
  readonly to: string;
}

interface Words {
  readonly what: (role: string, acting: boolean, place: string | null) => string;
  readonly past: (said: Said, what: string) => string;
  readonly now: (said: Said, what: string) => string;
  readonly coming: (said: Said, what: string) => string;
  readonly until: (day: string) => string;
}

const words: Readonly<Record<FrameLanguage, Words>> = {
  nl: {
    what: (role, acting, place) =>
      `${acting ? 'waarnemend ' : ''}${role}${place === null ? '' : ` van ${place}`}`,
    past: ({ who, from, to }, what) => `${who} was ${what} van ${from} tot en met ${to}.`,
    now: ({ who, from }, what) => `${who} is sinds ${from} ${what}.`,
    coming: ({ who, from }, what) => `Vanaf ${from} is ${who} ${what}.`,
    until: (day) => ` Tot en met ${day}.`,
  },
  en: {
    what: (role, acting, place) => `${acting ? 'acting ' : ''}${role}${place === null ? '' : ` of ${place}`}`,
    past: ({ who, from, to }, what) => `${who} was ${what} from ${from} until ${to}.`,
    now: ({ who, from }, what) => `${who} has been ${what} since ${from}.`,
    coming: ({ who, from }, what) => `From ${from} ${who} is ${what}.`,
    until: (day) => ` Until ${day}.`,
  },
  ar: {
    what: (role, acting, place) =>
      `${apart(role)}${acting ? ' (بالإنابة)' : ''}${place === null ? '' : `، ${apart(place)}`}`,
    past: ({ who, from, to }, what) => `من ${from} حتى ${to}: ${apart(who)}، ${what}.`,
    now: ({ who, from }, what) => `منذ ${from}: ${apart(who)}، ${what}.`,
    coming: ({ who, from }, what) => `اعتبارًا من ${from}: ${apart(who)}، ${what}.`,
    until: (day) => ` حتى ${day}.`,
  },
};

export function sayAppointed(language: FrameLanguage, appointed: Appointed, today: CivilDate): string {
  const { name, role, acting, place, startsOn, endsOn } = appointed;
  const { what, past, now, coming, until } = words[language];
  // Noon is the same day in Amsterdam.
  const day = (date: CivilDate) => dateIn(language, `${date}T12:00:00Z`);
  const to = endsOn === null ? '' : day(addDays(endsOn, -1));
  const said = { who: name, from: day(startsOn), to };
  const as = what(role, acting, place);
  if (endsOn !== null && endsOn <= today) return past(said, as);
  return `${(startsOn > today ? coming : now)(said, as)}${to === '' ? '' : until(to)}`;
}
