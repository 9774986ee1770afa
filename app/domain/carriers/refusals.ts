/** Why something that was sent about parcels was not taken in (`carriers.refused.<code>` in the locale files). */
export const refusalReasons = [
  'wrong-signature',
  'replayed',
  'too-old',
  'too-many',
  'too-large',
  'unreadable',
  'unknown-number',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];
