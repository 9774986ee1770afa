/**
 * The ids of all grounds, by scenario. Apart from the registry, which pulls in every judgement: pages that only name and
 * filter by grounds need no more than this.
 */
export const groundIds = [
  'damaged',
  'missing-items',
  'not-as-described',
  'defect-cluster',
  'cancel-before-shipping',
  'changed-mind',
  'dissatisfied',
  'payment-inquiry',
  'late-dispatch',
  'never-scanned',
  'silent-parcel',
  'late-arrival',
  'delivery-failed',
  'returning-to-sender',
  'customs-hold',
  'delivered-not-received',
  'lost',
  'eligible-return',
  'return-received',
  'return-moving',
  'cancelled-unrefunded',
  'not-eligible',
  'health',
  'bereavement',
  'safety',
  'hygiene-exception',
] as const;

export type GroundId = (typeof groundIds)[number];
