/** What plans of the demonstration are made of: ambitions, places to set out from, hard rules, and what is expected. */
import type { ExpertiseCode } from '../questions/expertise.ts';

export interface DemoAmbition {
  readonly name: string;
  /** 0 to 10. */
  readonly weight: number;
  /** Weeks from this Monday in which it ended; absent: it goes on. */
  readonly ended?: number;
}

export const demoAmbitions: readonly DemoAmbition[] = [
  { name: 'Rust en ritme in iedere groep', weight: 8 },
  { name: 'Ieder kind leest mee', weight: 7 },
  { name: 'Nieuwkomers vinden hun plek', weight: 9 },
  { name: 'Samen oplossen wat schoolgang moeilijk maakt', weight: 10 },
  { name: 'Jonge kinderen spelend leren', weight: 5 },
  { name: 'Teams die van elkaar leren', weight: 4 },
  { name: 'Uitdaging voor wie meer kan', weight: 3 },
  { name: 'Minder papier, meer klas', weight: 2, ended: -12 },
];

/** Offices, never homes: how far they lie from the middle of the partnership, in degrees. */
export const demoBases = [
  { code: 'kantoor', name: 'Kantoor', north: 0.02, east: 0.035 },
  { code: 'steunpunt_noord', name: 'Steunpunt noord', north: 0.055, east: 0.06 },
  { code: 'steunpunt_west', name: 'Steunpunt west', north: 0.01, east: 0.005 },
] as const;

export interface DemoExpected {
  /** Which staged school. */
  readonly school: number;
  readonly expertise: ExpertiseCode;
  readonly leastLevel: number;
  readonly dagdelen: number;
  /** Which ambition. */
  readonly ambition?: number;
  readonly language?: string;
  /** Weeks from this Monday, and how many. */
  readonly from: number;
  readonly weeks: number;
}

const expected = (
  school: number,
  expertise: ExpertiseCode,
  dagdelen: number,
  more: Partial<DemoExpected> = {},
): DemoExpected => ({ school, expertise, dagdelen, leastLevel: 1, from: 1, weeks: 22, ...more });

const before = { from: -9, weeks: 18 } as const;

export const demoExpected: readonly DemoExpected[] = [
  // Of the period that runs: the published plan was made for these.
  expected(0, 'taal_lezen', 14, { ...before, ambition: 1 }),
  expected(3, 'gedrag', 12, { ...before, ambition: 0 }),
  expected(6, 'jonge_kind', 10, { ...before, ambition: 4 }),
  expected(9, 'nt2_nieuwkomers', 16, { ...before, ambition: 2 }),
  expected(12, 'didactiek_coaching', 8, { ...before, ambition: 5 }),
  // Of the period ahead.
  expected(0, 'taal_lezen', 60, { ambition: 1, leastLevel: 2 }),
  expected(1, 'gedrag', 72, { ambition: 0 }),
  expected(2, 'nt2_nieuwkomers', 84, { ambition: 2 }),
  expected(2, 'nt2_nieuwkomers', 36, { ambition: 2, language: 'Arabisch' }),
  expected(3, 'schoolaanwezigheid', 66, { ambition: 3, leastLevel: 2 }),
  expected(4, 'jonge_kind', 54, { ambition: 4 }),
  expected(5, 'rekenen', 40, {}),
  expected(6, 'didactiek_coaching', 72, { ambition: 5, leastLevel: 2 }),
  expected(7, 'hoogbegaafdheid', 48, { ambition: 6 }),
  expected(8, 'sociaal_emotioneel', 60, {}),
  expected(9, 'groepsdynamica', 66, { ambition: 0 }),
  expected(10, 'executieve_functies', 44, {}),
  expected(11, 'autisme_prikkelverwerking', 78, { leastLevel: 3 }),
  expected(12, 'motoriek', 30, { ambition: 4 }),
  expected(13, 'taal_lezen', 54, { ambition: 1 }),
  expected(14, 'zml_leren', 62, {}),
  expected(15, 'gedrag', 58, { ambition: 3 }),
  expected(16, 'didactiek_coaching', 40, { ambition: 5 }),
  expected(17, 'schoolaanwezigheid', 70, { ambition: 3 }),
  expected(18, 'nt2_nieuwkomers', 48, { ambition: 2, language: 'Tigrinya' }),
];

/** Where the nth specialist sets out from, and how many schools at most; one has said nothing. */
export const planningOf = (nth: number) =>
  nth === 7 ? undefined : { base: nth % demoBases.length, mostPlaces: nth % 4 === 1 ? 3 : null };
