/** Where the name of an area can stand on the map. */
import type { Point } from './hull.rules.ts';

/** From a name's middle to its sides, a mark's own size included. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** Steps in which a name looks for room, in units of the drawing. */
const step = 14;

/**
 * Where a name of this size stands best, by its middle: within the outline as near to the middle as can be without a mark under it, else
 * just outside, else where the fewest marks are.
 */
export function spotForName(corners: readonly Point[], marks: readonly Point[], name: Size): Point {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = { x: (west + east) / 2, y: (north + south) / 2 };
  const found: { readonly spot: Point; readonly cost: number }[] = [];
  for (let y = north - name.height; y <= south + name.height; y += step)
    for (let x = west; x <= east; x += step) {
      const under = marks.filter(
        (mark) => Math.abs(mark.x - x) < name.width && Math.abs(mark.y - y) < name.height,
      ).length;
      const outside = y < north || y > south ? 1 : 0;
      const away = Math.hypot(x - middle.x, y - middle.y) / (1 + east - west + south - north);
      found.push({ spot: { x, y }, cost: 10 * under + outside + away });
    }
  return found.toSorted((a, b) => a.cost - b.cost)[0]?.spot ?? middle;
}
