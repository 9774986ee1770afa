import type { SimulatorClock } from './shopify-api.ts';

export function startClock(): SimulatorClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    advance(milliseconds) {
      if (!(milliseconds >= 0))
        throw new RangeError(`the clock only moves forward: ${milliseconds}`);
      ahead += milliseconds;
    },
  };
}
