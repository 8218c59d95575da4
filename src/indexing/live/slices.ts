/** Lets whoever waits go first, once work has gone on for a while. To be awaited between pieces of some milliseconds. */
export type Breathe = () => Promise<void>;

/** Work goes on for this long, and for the piece that is under way then, before others are let in. In milliseconds. */
const SLICE = 10;

/** @param now milliseconds on a clock that never goes back */
export function inSlices(now: () => number = () => performance.now()): Breathe {
  let began = now();
  return async () => {
    if (now() - began < SLICE) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = now();
  };
}
