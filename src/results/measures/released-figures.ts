/** The figures of a release as a door of this subject gives them: of a closed period, and nothing that was hidden. */
import type { Reader } from '../../platform/database.ts';
import { type Actor, boardsOf } from '../../platform/pure/actor.ts';
import { type CivilDate, dayOf } from '../../platform/pure/dates.ts';
import { findRelease, findReleasedPeriods } from '../releases/release.store.ts';
import type { ShownFigure } from './figure.rules.ts';
import { findLabels, type Label, labelled } from './label.store.ts';
import { readsEveryBoard } from './measure.access.ts';
import type { Dimension, MeasureCode } from './measure.rules.ts';
import type { Period } from './period.rules.ts';

export interface ReleaseAsked {
  readonly from: CivilDate | undefined;
  readonly to: CivilDate | undefined;
  readonly by: Dimension | undefined;
  /** Code of a board; `all`: the partnership; undefined: what is the actor's own. */
  readonly board: string | undefined;
}

export interface ReleasedFigures {
  readonly figures: readonly (Omit<ShownFigure, 'key'> & Label)[];
  /** Null: nothing was released. */
  readonly period: Period | null;
  readonly asOf: CivilDate | null;
}

const whole = { key: 'all', code: 'all', name: 'Alles samen' };
const nothing = { figures: [], period: null, asOf: null };

/** Of the period that was asked, else of the latest school year that was released, else of the latest quarter. */
export async function findReleasedFigures(
  reader: Reader,
  actor: Actor,
  measure: MeasureCode,
  { from, to, by, board }: ReleaseAsked,
): Promise<ReleasedFigures> {
  const [periods, boards, labels] = await Promise.all([
    findReleasedPeriods(reader, actor, measure),
    board === undefined || board === 'all' ? [] : findLabels(reader, actor, 'board'),
    by === undefined ? [] : findLabels(reader, actor, by),
  ]);
  const fits = periods.filter((one) => (from ?? one.from) === one.from && (to ?? one.to) === one.to);
  const period = fits.find(({ span }) => span === 'year') ?? fits[0];
  const place =
    board === undefined ? ownBoard(actor) : (boards.find(({ code }) => code === board)?.key ?? null);
  if (period === undefined || (place === null && board !== undefined && board !== 'all')) return nothing;
  const release = await findRelease(reader, actor, measure, period, by ?? null, place);
  if (release === undefined) return nothing;
  const { total, figures, madeAt } = release;
  return {
    figures: by === undefined ? [{ ...total, ...whole }] : labelled(figures, labels, by),
    period: { from: period.from, to: period.to },
    asOf: dayOf(madeAt),
  };
}

/** Who only sits on boards asks of their own; null: of the partnership. */
const ownBoard = (actor: Actor): string | null =>
  readsEveryBoard(actor)
    ? null
    : (boardsOf(actor).toSorted((a, b) => a.name.localeCompare(b.name, 'nl'))[0]?.id ?? null);
