import type { OptionKind } from '../claim.ts';
import type { Recommendation } from '../suggestion.ts';

/** Options that a refund carries out at once. */
const payingNow: ReadonlySet<OptionKind> = new Set([
  'refund',
  'refund-keep-item',
  'refund-shipping',
  'cancel-and-refund',
]);

/** True where paying now is what is recommended. */
export function paysNow({ options }: Recommendation): boolean {
  return payingNow.has(options[0].kind);
}
