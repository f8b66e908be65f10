/** The chain of the audit, worked out again without trusting what the database says of it. `seal_audit` (0015) hashes the same lines. */
import { createHash } from 'node:crypto';

/** A sealed row. Moments are microseconds since 1970, as text: no number of JavaScript holds them all exactly. */
export interface ChainRow {
  readonly tenantId: string;
  readonly number: number;
  readonly sealedAt: string;
  readonly id: string;
  readonly at: string;
  readonly personId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly via: string;
  /** SHA-256 as hexadecimal digits. */
  readonly hash: string;
}

/** What a chain begins with. */
export function firstHash(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex');
}

/** The hash a row must carry after `before`. */
export function hashAfter(before: string, row: Omit<ChainRow, 'hash'>): string {
  const { tenantId, number, sealedAt, id, at, personId, action, subject, subjectId, via } = row;
  const lines = [
    before,
    tenantId,
    number,
    sealedAt,
    id,
    at,
    personId ?? '-',
    action,
    subject,
    subjectId,
    via,
  ];
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

/** One line of the anchor: the head of a chain when it was sealed, or up to where a restored backup was accepted. */
export interface AnchorLine {
  readonly tenant: string;
  readonly tenantId: string;
  readonly number: number;
  readonly hash: string;
  /** UTC. */
  readonly at: string;
  /** What stood after this number was given up when an older backup was put back. */
  readonly restored?: true;
}

export type ChainFault =
  /** The row does not fit its hash, or not the row before it. */
  | { readonly kind: 'changed'; readonly tenant: string; readonly number: number; readonly at: string }
  | { readonly kind: 'missing'; readonly tenant: string; readonly from: number; readonly to: number }
  /** The anchor knows rows past the end. `at`: when the last of them was sealed. */
  | {
      readonly kind: 'cut';
      readonly tenant: string;
      readonly last: number;
      readonly anchored: number;
      readonly at: string;
    }
  /** From somewhere after `agreed` on, another chain stands here than was sealed. */
  | {
      readonly kind: 'replaced';
      readonly tenant: string;
      readonly agreed: number;
      readonly number: number;
      readonly at: string;
    };

export interface ChainCheck {
  take(row: ChainRow): void;
  /** Gives the faults, and the last line of the anchor that the chain agrees with. */
  end(): { readonly faults: readonly ChainFault[]; readonly agreed: number; readonly rows: number };
}

/** Follows one chain from its beginning, row by row in order of number. `anchor`: the lines of this partnership, oldest first. */
export function checkChain(tenantId: string, code: string, anchor: readonly AnchorLine[]): ChainCheck {
  const anchored = new Map(standing(anchor).map((line) => [line.number, line]));
  const faults: ChainFault[] = [];
  let [last, rows, agreed] = [0, 0, 0];
  let before: string | undefined = firstHash(tenantId);
  let replaced = false;
  return {
    take(row) {
      rows += 1;
      if (row.number !== last + 1) {
        faults.push({ kind: 'missing', tenant: code, from: last + 1, to: row.number - 1 });
        before = undefined; // the hash of the row that is gone is not known
      }
      if (before !== undefined && hashAfter(before, row) !== row.hash)
        faults.push({ kind: 'changed', tenant: code, number: row.number, at: moment(row.at) });
      const line = anchored.get(row.number);
      if (line?.hash === row.hash && !replaced) agreed = row.number;
      if (line !== undefined && line.hash !== row.hash && !replaced) {
        replaced = true;
        faults.push({ kind: 'replaced', tenant: code, agreed, number: row.number, at: line.at });
      }
      before = row.hash;
      last = row.number;
    },
    end() {
      const furthest = [...anchored.values()].reduce<AnchorLine | undefined>(
        (most, line) => (line.number > (most?.number ?? last) ? line : most),
        undefined,
      );
      if (furthest !== undefined)
        faults.push({ kind: 'cut', tenant: code, last, anchored: furthest.number, at: furthest.at });
      return { faults, agreed, rows };
    },
  };
}

/** The lines that still count: a restored backup gave up those past the point it was made at. */
function standing(anchor: readonly AnchorLine[]): readonly AnchorLine[] {
  let kept: AnchorLine[] = [];
  for (const line of anchor) {
    if (line.restored) kept = kept.filter(({ number }) => number <= line.number);
    else kept.push(line);
  }
  return kept;
}

/** Microseconds as a moment (UTC). */
export function moment(micros: string): string {
  return new Date(Math.floor(Number(micros) / 1_000)).toISOString();
}
