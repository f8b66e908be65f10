/** Where schools lie on a drawing, and what each mark means. */

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** What happens at a school, the first that is true. */
export const helps = ['stationed', 'waiting', 'visited', 'quiet'] as const;
export type Help = (typeof helps)[number];

export interface SchoolHelp {
  readonly stationed: boolean;
  /** Questions that wait for somebody; null: not for this reader. */
  readonly waiting: number | null;
  /** Whether somebody visited; null: not for this reader. */
  readonly visited: boolean | null;
}

export function helpOf({ stationed, waiting, visited }: SchoolHelp): Help {
  if (stationed) return 'stationed';
  if ((waiting ?? 0) > 0) return 'waiting';
  return visited === true ? 'visited' : 'quiet';
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly place: (spot: Spot) => { readonly x: number; readonly y: number };
}

/** Kilometres in a degree of latitude; of longitude it is less, by how far north the middle lies. */
const perDegree = 111.32;
const margin = 14;

/**
 * Fits spots in a drawing of this width: equirectangular, true to scale at their middle, north above. Few schools that lie close together
 * are not blown up: at least `span` kilometres are drawn. `cosine` takes degrees.
 */
export function frameOf(
  spots: readonly Spot[],
  width: number,
  span: number,
  cosine: (degrees: number) => number,
): Frame {
  const south = smallest(spots.map(({ latitude }) => latitude));
  const north = -smallest(spots.map(({ latitude }) => -latitude));
  const west = smallest(spots.map(({ longitude }) => longitude));
  const east = -smallest(spots.map(({ longitude }) => -longitude));
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  const stretch = perDegree * cosine(middle.latitude);
  const wide = -smallest([-span, -(east - west) * stretch]);
  const high = -smallest([-span / 2, -(north - south) * perDegree]);
  const scale = (width - 2 * margin) / wide;
  const height = tenths(high * scale + 2 * margin);
  return {
    width,
    height,
    place: ({ latitude, longitude }) => ({
      x: tenths(width / 2 + (longitude - middle.longitude) * stretch * scale),
      y: tenths(height / 2 - (latitude - middle.latitude) * perDegree * scale),
    }),
  };
}

const smallest = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[0] ?? 0;
const tenths = (n: number) => Number(n.toFixed(1));
