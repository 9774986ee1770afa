import type { DisputeFacts } from './order-facts.ts';

/** DisputeStatus values in which the bank has not decided. */
const open = new Set(['NEEDS_RESPONSE', 'UNDER_REVIEW']);

export function isDisputeOpen({ status }: DisputeFacts): boolean {
  return open.has(status.toUpperCase());
}
