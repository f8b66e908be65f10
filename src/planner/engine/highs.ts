/** The solver, loaded once for the thread: HiGHS (Huangfu and Hall 2018) as WebAssembly. */
import loader, { type Highs, type HighsCallbackMap } from 'highs';

/** The package's types are those of CommonJS, where the loader is `default`; as an ES module it is the loader itself. */
const load = typeof loader === 'function' ? loader : loader.default;
let once: Promise<Highs> | undefined;

export function highsOnce(): Promise<Highs> {
  once ??= load();
  return once;
}

/** Callbacks that end a run soon after `stop` says so: the solver blocks its thread. */
export function interruptWhen({ constants }: Highs, stop: () => boolean): HighsCallbackMap {
  const look = (event: { interrupt(): void }) => {
    if (stop()) event.interrupt();
    return undefined;
  };
  const { simplexInterrupt, mipInterrupt } = constants.callbackType;
  return { [simplexInterrupt]: look, [mipInterrupt]: look };
}
