/** How much of the budget is used: by the clock, or by rounds, in which case nothing depends on the clock. */
export interface Meter {
  /** 0 up to 1, or above when too much was used. */
  spent(): number;
  /** Says that work was done. A round is the work of asking every agent once. */
  work(rounds: number): void;
  /** True when the budget is used or somebody asked to stop. */
  over(): boolean;
  rounds(): number;
  seconds(): number;
}

export interface Budget {
  /** With `rounds`, `seconds` counts for nothing. */
  readonly rounds?: number | undefined;
  readonly seconds?: number | undefined;
  readonly stop: () => boolean;
  /** Seconds, from any moment. */
  readonly clock: () => number;
}

export function meterFor({ rounds, seconds = 10, stop, clock }: Budget): Meter {
  const began = clock();
  let done = 0;
  const spent = () => (rounds === undefined ? (clock() - began) / seconds : done / rounds);
  return {
    spent,
    work: (more) => {
      done += more;
    },
    over: () => spent() >= 1 || stop(),
    rounds: () => done,
    seconds: () => clock() - began,
  };
}
