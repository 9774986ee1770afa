import type { Money } from '../domain/money.ts';
import type { RefundChoice } from '../domain/remedy/chosen-plan.ts';
import type { SuggestionState } from '../domain/suggestion.ts';

/*
 * What the extensions in the admin show of an order, in words: they carry the names of their buttons and nothing of what a suggestion
 * can say.
 */

export interface OrderAnswer {
  /** Null where nothing is or was suggested for the order. */
  readonly suggestion: SuggestionView | null;
  /** What came of a decision, where that has to be said. */
  readonly said: SaidView | null;
}

export interface SuggestionView {
  readonly id: string;
  readonly version: number;
  readonly orderName: string;
  readonly state: SuggestionState;
  readonly stateWords: string;
  readonly ground: string;
  readonly responsible: string;
  /** Strongest first. */
  readonly evidence: readonly string[];
  readonly amount: string;
  /** The earliest first. */
  readonly clocks: readonly {
    readonly label: string;
    readonly when: string;
    readonly isPast: boolean;
  }[];
  /** Whether it can be decided here: it is open, and asks no questions that only its own page asks. */
  readonly can: 'decide' | 'review' | 'look';
  /** Nothing was taken yet: the order is cancelled, and no money moves. */
  readonly isFree: boolean;
  /** Of the hold, by the server's clock; null where there is none. */
  readonly secondsLeft: number | null;
  readonly dismissReasons: readonly { readonly code: string; readonly words: string }[];
  /** What can be changed of the refund; null where it can't be decided, is about more than money, or the order is not kept any more. */
  readonly editor: EditorView | null;
}

export interface EditorView {
  readonly choice: RefundChoice;
  readonly currency: string;
  readonly lines: readonly {
    readonly lineItemId: string;
    readonly title: string;
    readonly most: number;
  }[];
}

export interface SaidView {
  readonly tone: 'success' | 'info' | 'warning' | 'critical';
  readonly title: string;
  readonly text: string;
}

export type PriceView =
  | { readonly outcome: 'priced'; readonly amount: Money; readonly words: string }
  | { readonly outcome: 'refused'; readonly words: string };
