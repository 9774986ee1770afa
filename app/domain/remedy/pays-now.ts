import type { OptionKind } from '../claim.ts';

/** Recommended options that the refund button carries out: it is sure enough to pay at once. */
export const payingNow = [
  'refund',
  'refund-keep-item',
  'refund-shipping',
  'cancel-and-refund',
] as const satisfies readonly OptionKind[];

export function paysNow(kind: OptionKind): boolean {
  return (payingNow as readonly OptionKind[]).includes(kind);
}
