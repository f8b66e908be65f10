/** The outline of spots that belong together. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners of the smallest outline without dents around these points, in turn; two or fewer points have none. */
export function hullOf(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  const hull = [...half(sorted), ...half(sorted.toReversed())];
  return hull.length < 3 ? [] : hull;
}

/** One side of it, without its last corner: the other side begins there. */
function half(points: readonly Point[]): readonly Point[] {
  const corners: Point[] = [];
  for (const point of points) {
    while (corners.length > 1 && !turns(corners.at(-2), corners.at(-1), point)) corners.pop();
    corners.push(point);
  }
  return corners.slice(0, -1);
}

/** Whether the way over three points bends to one side, and does not go straight on. */
function turns(a: Point | undefined, b: Point | undefined, c: Point): boolean {
  if (a === undefined || b === undefined) return true;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}
