/** Stationings of the demonstration, as data: together they stand in every state. Days and weeks count from this week's Monday. */
import type { StationingStep } from '../../stationing/index.ts';

export type Who = 'team_lead' | 'specialist' | 'host' | 'school_director' | 'support_coordinator';

export interface StationingAct {
  readonly day: number;
  readonly who: Who;
  /** `lastDay` of an end is the day itself. */
  readonly take:
    | Exclude<StationingStep, { step: 'shorten' }>
    | { readonly step: 'visit'; readonly ambition: number };
}

export interface StationingRoad {
  /** Which specialist, and which staged school; `board`: at the board of that school, for so many of its schools. */
  readonly specialist: number;
  readonly school: number;
  readonly board?: number;
  /** Dagdelen a week. */
  readonly dagdelen: number;
  readonly from: number;
  readonly weeks: number;
  /** The day of the proposal. */
  readonly proposed: number;
  readonly acts: readonly StationingAct[];
  readonly ambitions?: readonly { readonly ambition: number; readonly share: number }[];
  readonly note?: string;
  readonly words?: string;
  /** Goes on from the road with this position. */
  readonly continues?: number;
}

const act = (day: number, who: Who, take: StationingAct['take']): StationingAct => ({ day, who, take });

const agreed = (from: number, words?: string): readonly StationingAct[] => [
  act(7 * from - 12, 'host', { step: 'agree', ...(words !== undefined && { words }) }),
];
const begun = (from: number, words?: string): readonly StationingAct[] => [
  ...agreed(from, words),
  act(7 * from, 'specialist', { step: 'start' }),
];
const visited = (day: number, ambition: number) => act(day, 'specialist', { step: 'visit', ambition });
const evaluated = (day: number, who: Who, words: string) => act(day, who, { step: 'evaluate', words });

const road = (
  [specialist, school]: readonly [number, number],
  dagdelen: number,
  [from, weeks]: readonly [number, number],
  acts: readonly StationingAct[],
  more: Partial<StationingRoad> = {},
): StationingRoad => ({ specialist, school, dagdelen, from, weeks, proposed: 7 * from - 20, acts, ...more });

export const stationingRoads: readonly StationingRoad[] = [
  // At work at a school.
  road(
    [0, 0],
    2,
    [-8, 24],
    [...begun(-8, 'Fijn. Het team kijkt ernaar uit.'), visited(-33, 1), visited(-12, 1)],
    {
      ambitions: [{ ambition: 1, share: 40 }],
      note: 'Meld u bij de conciërge. Het lokaal naast de bibliotheek is op dinsdag vrij.',
    },
  ),
  road([1, 1], 1.5, [-6, 20], begun(-6)),
  road([2, 4], 2, [-10, 26], [...begun(-10), visited(-41, 4), visited(-20, 4), visited(-5, 4)], {
    ambitions: [{ ambition: 4, share: 50 }],
  }),
  road([3, 6], 3, [-5, 22], begun(-5, 'Graag vooral op de ochtenden.')),
  // At a board, for some of its schools.
  road([4, 2], 2, [-7, 26], [...begun(-7, 'Wij verdelen de dagen zelf over de scholen.'), visited(-13, 0)], {
    board: 3,
    ambitions: [{ ambition: 0, share: 60 }],
    note: 'Iedere maandag om half negen is er overleg met de intern begeleiders van deze scholen.',
  }),
  road([5, 3], 1.5, [-4, 20], begun(-4), { board: 2 }),
  // Ends within four school weeks, and nothing comes after it.
  road([6, 8], 1, [-14, 17], begun(-14)),
  // Looked back on; the second one may be extended.
  road(
    [7, 3],
    2,
    [-16, 18],
    [
      ...begun(-16),
      evaluated(
        -10,
        'support_coordinator',
        'Het team werkt nu met één plan voor de hele school. Dat wilden wij.',
      ),
    ],
  ),
  road(
    [8, 5],
    1.5,
    [-12, 16],
    [
      ...begun(-12),
      evaluated(-6, 'school_director', 'Wij zien rust in de bovenbouw. De onderbouw is nog niet zover.'),
    ],
  ),
  // Over: in time, and before its time.
  road(
    [9, 7],
    2,
    [-18, 18],
    [...begun(-18), evaluated(-9, 'specialist', 'De leerkrachten gaan zelf door met de vaste leesrondes.')],
  ),
  road(
    [10, 9],
    2,
    [-28, 20],
    [
      ...begun(-28),
      act(-103, 'team_lead', {
        step: 'end',
        because: 'absence',
        words: 'De specialist is langere tijd afwezig.',
      }),
    ],
  ),
  road(
    [11, 2],
    1,
    [-26, 18],
    [
      ...begun(-26),
      evaluated(-104, 'support_coordinator', 'Het was te vroeg: het team was nog maar net compleet.'),
      act(-96, 'team_lead', {
        step: 'end',
        because: 'school',
        words: 'De school wil eerst zelf op orde komen.',
      }),
    ],
  ),
  road(
    [0, 11],
    1,
    [-30, 20],
    [
      ...begun(-30),
      act(-86, 'team_lead', { step: 'end', because: 'moved', words: 'Elders is dit nu harder nodig.' }),
    ],
  ),
  // Withdrawn, waiting for an answer, answered, agreed for later.
  road(
    [1, 10],
    1.5,
    [2, 16],
    [act(-9, 'team_lead', { step: 'withdraw', words: 'De school krijgt dit al van haar bestuur.' })],
    {
      proposed: -14,
    },
  ),
  road([2, 12], 1, [3, 16], [], { proposed: -4 }),
  road(
    [3, 13],
    1.5,
    [3, 18],
    [
      act(-4, 'school_director', {
        step: 'answer',
        words: 'Graag, maar liever na de projectweken. Kan het twee weken later?',
      }),
    ],
    { proposed: -10 },
  ),
  road([9, 1], 1.5, [4, 20], [], { board: 2, proposed: -5, ambitions: [{ ambition: 2, share: 100 }] }),
  road([9, 10], 2, [3, 18], agreed(1, 'Welkom.'), { proposed: -13 }),
  road([10, 1], 1, [5, 12], agreed(1), { proposed: -12 }),
  // Extended: the same again, from where the first one stopped.
  road(
    [10, 0],
    1.5,
    [-21, 20],
    [...begun(-21), evaluated(-16, 'specialist', 'Twee van de drie doelen zijn gehaald.')],
  ),
  road(
    [10, 0],
    1.5,
    [-1, 20],
    [act(-11, 'host', { step: 'agree' }), act(-7, 'specialist', { step: 'start' })],
    {
      continues: 19,
      proposed: -14,
      words: 'Het derde doel vraagt nog een half jaar.',
    },
  ),
  // Changed: more dagdelen from a day on.
  road([11, 14], 1, [-14, 26], begun(-14)),
  road(
    [11, 14],
    2,
    [-3, 15],
    [act(-25, 'host', { step: 'agree' }), act(-21, 'specialist', { step: 'start' })],
    {
      continues: 21,
      proposed: -28,
      words: 'Er zijn drie groepen bij gekomen.',
    },
  ),
  // Its time is over and nobody looked back yet.
  road([4, 15], 1, [-18, 16], begun(-18)),
  // Goes on from the one that was looked back on, for more.
  road([8, 5], 2, [4, 16], [], { continues: 8, proposed: -4, words: 'Nu de onderbouw.' }),
];
