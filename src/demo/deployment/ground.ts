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

const running: readonly DemoExpected[] = [
  expected(0, 'taal_lezen', 14, { ...before, ambition: 1 }),
  expected(3, 'gedrag', 12, { ...before, ambition: 0 }),
  expected(6, 'jonge_kind', 10, { ...before, ambition: 4 }),
  expected(9, 'nt2_nieuwkomers', 16, { ...before, ambition: 2 }),
  expected(12, 'didactiek_coaching', 8, { ...before, ambition: 5 }),
];

const ahead: readonly DemoExpected[] = [
  expected(0, 'taal_lezen', 78, { ambition: 1, leastLevel: 2 }),
  expected(1, 'gedrag', 94, { ambition: 0 }),
  expected(2, 'nt2_nieuwkomers', 110, { ambition: 2 }),
  expected(2, 'nt2_nieuwkomers', 46, { ambition: 2, language: 'Arabisch' }),
  expected(3, 'schoolaanwezigheid', 86, { ambition: 3, leastLevel: 2 }),
  expected(4, 'jonge_kind', 70, { ambition: 4 }),
  expected(5, 'rekenen', 52, {}),
  expected(6, 'didactiek_coaching', 94, { ambition: 5, leastLevel: 2 }),
  expected(7, 'hoogbegaafdheid', 62, { ambition: 6 }),
  expected(8, 'sociaal_emotioneel', 78, {}),
  expected(9, 'groepsdynamica', 86, { ambition: 0 }),
  expected(10, 'executieve_functies', 58, {}),
  expected(11, 'autisme_prikkelverwerking', 102, { leastLevel: 3 }),
  expected(12, 'motoriek', 40, { ambition: 4 }),
  expected(13, 'taal_lezen', 70, { ambition: 1 }),
  expected(14, 'zml_leren', 80, {}),
  expected(15, 'gedrag', 76, { ambition: 3 }),
  expected(16, 'didactiek_coaching', 52, { ambition: 5 }),
  expected(17, 'schoolaanwezigheid', 92, { ambition: 3 }),
  expected(18, 'nt2_nieuwkomers', 62, { ambition: 2, language: 'Tigrinya' }),
];

/** What the published plan was made for, and what was written down since. */
export const demoExpected = { running, ahead } as const;

/** Where the nth specialist sets out from, and how many schools at most; one has said nothing. */
export const planningOf = (nth: number) =>
  nth === 7 ? undefined : { base: nth % demoBases.length, mostPlaces: nth % 4 === 1 ? 3 : null };
