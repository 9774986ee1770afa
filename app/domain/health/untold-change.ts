import type { Gid } from '../ids.ts';
import type { OrderFacts } from '../order-facts.ts';
import { addSeconds, type Instant } from '../time.ts';

/** A notification takes seconds; what had none after so many minutes went untold, whether one comes later or not. */
export const toldWithinMinutes = 15;

/** Untold changes of so many days are counted. */
export const untoldDays = 7;

/** A change that reading the order again brought to light. */
export interface UntoldChange {
  readonly orderId: Gid<'Order'>;
  /** Null where the order is not known any more. */
  readonly orderName: string | null;
  readonly changedAt: Instant;
  readonly foundAt: Instant;
}

export interface UntoldChanges {
  readonly count: number;
  readonly newest: UntoldChange | null;
}

/**
 * Whether a read shows a change since the last one that no notification told of. A first read shows none: what the order was
 * before is not known.
 */
export function isUntold({
  before,
  facts: { updatedAt },
  readAt,
  wasTold,
}: {
  readonly before: { readonly facts: OrderFacts; readonly readAt: Instant } | null;
  readonly facts: OrderFacts;
  readonly readAt: Instant;
  /** A notification about the order came since the last read. */
  readonly wasTold: boolean;
}): boolean {
  if (wasTold || before === null) return false;
  if (updatedAt <= before.facts.updatedAt || updatedAt <= before.readAt) return false;
  return addSeconds(updatedAt, toldWithinMinutes * 60) <= readAt;
}
