/** The soft sides of planning: what each weight is called when the tenant gave it no name of its own, what it is per, and its default. */

export const weightCodes = [
  'urgency_now',
  'urgency_soon',
  'urgency_normal',
  'waiting',
  'expected',
  'ambition',
  'fit',
  'continuity',
  'new_place',
  'travel',
  'board_fairness',
  'area_fairness',
  'change',
] as const;

export type WeightCode = (typeof weightCodes)[number];

/** A row of `planning_weight`. */
export interface WeightFacts {
  readonly code: WeightCode;
  /** The tenant's own. */
  readonly name: string;
  readonly weight: number;
}

export interface WeightKind {
  readonly code: WeightCode;
  readonly name: string;
  /** What one gets or pays the points for, in Dutch. */
  readonly per: string;
  /** Whether the points are taken off. */
  readonly costs: boolean;
  readonly standard: number;
}

/** In the order in which people read them. */
export const weightKinds: readonly WeightKind[] = [
  kind('urgency_now', 'Vraag met spoed', 'per vraag met spoed die iemand krijgt', 100),
  kind('urgency_soon', 'Vraag op korte termijn', 'per vraag op korte termijn die iemand krijgt', 25),
  kind('urgency_normal', 'Gewone vraag', 'per gewone vraag die iemand krijgt', 10),
  kind('waiting', 'Lang wachten', 'per schooldag die een vraag langer wacht dan de helft van de norm', 0.6),
  kind('expected', 'Verwachte vraag', 'per verwachte vraag die iemand krijgt', 6),
  kind('ambition', 'Ambitie', 'per punt gewicht van de ambitie waar het werk bij hoort', 3),
  kind('fit', 'Passende deskundigheid', 'per vraag, bij het hoogste niveau in alles wat gevraagd is', 4),
  kind('continuity', 'Continuïteit', 'per specialist die op een school blijft', 12),
  cost('new_place', 'Nieuwe school', 'per specialist die op een school begint', 3),
  cost('travel', 'Reistijd', 'per minuut enkele reis, per dagdeel in de week', 0.02),
  cost(
    'board_fairness',
    'Eerlijk over besturen',
    'per dagdeel in de week dat een bestuur te weinig krijgt',
    4,
  ),
  cost('area_fairness', 'Eerlijk over gebieden', 'per dagdeel in de week dat een gebied te weinig krijgt', 2),
  kind(
    'change',
    'Laten zoals het was',
    'per stationering en per vraag die bij dezelfde specialist blijft als in het vorige plan',
    5,
  ),
];

/** Every weight by its code; a code that the tenant did not set has its default. */
export function weightsOf(rows: readonly WeightFacts[]): Readonly<Record<WeightCode, number>> {
  const weights = Object.fromEntries(weightKinds.map(({ code, standard }) => [code, standard]));
  for (const { code, weight } of rows) weights[code] = weight;
  return weights as Record<WeightCode, number>;
}

/** Under the tenant's own name, or the usual one. */
export function nameOfWeight(rows: readonly WeightFacts[], code: WeightCode): string {
  const own = rows.find((row) => row.code === code)?.name;
  return own ?? weightKinds.find((each) => each.code === code)?.name ?? code;
}

function kind(code: WeightCode, name: string, per: string, standard: number): WeightKind {
  return { code, name, per, costs: false, standard };
}

function cost(code: WeightCode, name: string, per: string, standard: number): WeightKind {
  return { code, name, per, costs: true, standard };
}
