import type { SimulatorClock } from '../shopify-api.ts';

const bucketSize = 2000;
const restoreRate = 100;

export interface ThrottleStatus {
  readonly maximumAvailable: number;
  readonly currentlyAvailable: number;
  readonly restoreRate: number;
}

/** Shopify's leaky bucket of one app at one shop; it restores with the simulator's clock. */
export interface CostBucket {
  /** False, and nothing taken, when the bucket doesn't hold that much. */
  take(points: number): boolean;
  giveBack(points: number): void;
  status(): ThrottleStatus;
}

export function openBucket(clock: SimulatorClock): CostBucket {
  let available = bucketSize;
  let at = clock.now().getTime();
  const restore = (): void => {
    const now = clock.now().getTime();
    available = Math.min(bucketSize, available + ((now - at) / 1000) * restoreRate);
    at = now;
  };
  return {
    take(points) {
      restore();
      if (points > available) return false;
      available -= points;
      return true;
    },
    giveBack(points) {
      available = Math.min(bucketSize, available + points);
    },
    status() {
      restore();
      return {
        maximumAvailable: bucketSize,
        currentlyAvailable: Math.floor(available),
        restoreRate,
      };
    },
  };
}
