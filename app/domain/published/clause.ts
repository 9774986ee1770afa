import type { Regime } from '../law/regions.ts';

/** Every statement that a return policy may make to buyers (`clause.<code>` in return-policy.json). */
export const clauseCodes = [
  'window',
  'window-none',
  'condition-unused',
  'except-final-sale',
  'except-hygiene',
  'faulty-always',
  'faulty-free',
  'return-by-buyer',
  'return-by-seller',
  'fee',
  'fee-none',
  'delivery-kept',
  'refund-original',
  'refund-credit',
  'refund-credit-bonus',
  'refund-at-first-scan',
  'refund-within',
  'refund-at-once',
  'exchange-offered',
  'exchange-none',
  'ask-first',
  'ask-then-send',
  'law-withdrawal',
  'law-delivery-refunded',
  'law-no-fee',
  'law-final-sale-too',
  'law-money',
  'law-return-by-seller',
  'law-refund-notice',
  'law-refund-goods',
  'law-refund-working-days',
  'law-faulty-collected',
  'law-remains',
] as const;
export type ClauseCode = (typeof clauseCodes)[number];

/** One statement: a code with its figures, never a sentence. */
export interface Clause {
  readonly code: ClauseCode;
  readonly params: Readonly<Record<string, number>>;
}

export const headings = [
  'window',
  'exceptions',
  'faulty',
  'costs',
  'refund',
  'exchange',
  'how',
  'law',
] as const;
export type Heading = (typeof headings)[number];

export interface PolicySection {
  readonly heading: Heading;
  readonly clauses: readonly Clause[];
  /** What holds only for buyers in a part of the world. */
  readonly regions: readonly { readonly regime: Regime; readonly clauses: readonly Clause[] }[];
}

/** What the published policy says, in its order. */
export type PolicyOutline = readonly PolicySection[];

export function clause(code: ClauseCode, params: Clause['params'] = {}): Clause {
  return { code, params };
}
