/**
 * The release of a measure whose kinds count the same cases: every school is judged on each criterion. As parts of one total they would be
 * taken for cases of their own, and a count of three schools on four criteria for twelve. So each kind is hidden as a release by itself, and
 * what they come to together is told where every one of them is.
 */
import { idOf, keysOf, placesOf } from './cell.rules.ts';
import { type Given, type ReleaseCell, releaseOf } from './release.rules.ts';

/** Every cell of a release, in a fixed order. */
export function releaseByKind(given: Given): readonly ReleaseCell[] {
  const { measure, known, facts } = given;
  const keys = keysOf(known, facts);
  const alone = { ...measure, dimensions: measure.dimensions.filter((one) => one !== 'kind') };
  const each = keys.kind.map((kind) => ({
    kind,
    cells: releaseOf({
      ...given,
      measure: alone,
      facts: facts.filter((fact) => (fact.kind ?? 'none') === kind),
      known: { ...keys, kind: [kind] },
    }),
  }));
  const wholes = placesOf(alone, given.span, keys).filter(({ board }) => board !== 'none');
  return wholes.flatMap((whole): readonly ReleaseCell[] => {
    const same = each.flatMap(({ kind, cells }) =>
      cells.filter((cell) => idOf({ ...cell, part: '' }) === idOf(whole)).map((cell) => ({ kind, cell })),
    );
    const ofKinds = same.filter(({ cell }) => cell.part === '');
    const total = {
      ...whole,
      n: ofKinds.reduce((sum, { cell }) => sum + cell.n, 0),
      shown: ofKinds.every(({ cell }) => cell.shown),
      figure: null,
      amounts: null,
    };
    if (whole.dimension !== 'all') return [total];
    return [
      total,
      ...same.filter(({ cell }) => cell.part !== '').map(({ cell }) => cell),
      ...ofKinds.map(({ kind, cell }) => ({ ...cell, dimension: 'kind' as const, key: kind })),
    ];
  });
}
