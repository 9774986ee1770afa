import type { Money } from '../money.ts';
import type { ChoiceProblem } from './chosen-plan.ts';

/** What a choice in the refund editor comes to, by Shopify's calculator. */
export type ChoicePrice =
  | {
      readonly outcome: 'priced';
      readonly amount: Money;
      readonly transactions: readonly { readonly gateway: string; readonly amount: Money }[];
      /** Of the amount, what goes back as store credit; null where none does. */
      readonly credit: Money | null;
      /** Which way it goes (`refund-path.<code>` in the locale files). */
      readonly path: 'refund' | 'return' | 'cancel' | 'void';
    }
  | { readonly outcome: 'wrong'; readonly problem: ChoiceProblem }
  | { readonly outcome: 'not-refundable'; readonly reason: string }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'gone' };
