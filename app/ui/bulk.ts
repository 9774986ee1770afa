import { paysNow } from '../domain/remedy/pays-now.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { isDecidable } from './placed-rows.ts';

/** True where paying now is what is recommended. */
export function isRefundBest({ recommendation }: Suggestion): boolean {
  return paysNow(recommendation.options[0].kind);
}

/** False where questions have to be answered first: such a one is decided on its own page. */
export function isBulkable(suggestion: Suggestion): boolean {
  return isDecidable(suggestion) && suggestion.care.checklist.length === 0;
}

/** What is posted of a ticked suggestion. */
export interface TickedField {
  readonly suggestionId: string;
  readonly version: number;
}
