import type { RefundChoice } from '#app/domain/remedy/chosen-plan.ts';
import { decide, type SuggestionRow } from './decide.ts';
import { noChoice } from './no-choice.ts';
import type { Stage } from './stage.ts';

/** Of its only line. */
export function lineIdOf(order: Record<string, unknown>): string {
  const [line] = order['line_items'] as { readonly id: number }[];
  return `gid://shopify/LineItem/${line?.id}`;
}

export interface Price {
  readonly outcome: string;
  readonly amount: { readonly amount: string; readonly currencyCode: string };
  readonly path?: string;
  readonly problem?: unknown;
  readonly reason?: string;
}

/** What the refund editor is told of a choice. */
export async function priceOf(
  stage: Stage,
  suggestion: SuggestionRow,
  choice: Partial<RefundChoice>,
): Promise<Price> {
  const request = {
    method: 'POST',
    body: new URLSearchParams({ choice: JSON.stringify({ ...noChoice, ...choice }) }),
  };
  const path = `/app/suggestions/${suggestion.id}/price`;
  const response = await stage.fetch(path, request, suggestion.shop);
  return (await response.json()) as Price;
}

/** Prices a choice as the editor does, and clicks. */
export async function choose(
  stage: Stage,
  suggestion: SuggestionRow,
  choice: Partial<RefundChoice>,
) {
  const { amount } = await priceOf(stage, suggestion, choice);
  const chosen = JSON.stringify({ choice: { ...noChoice, ...choice }, amount });
  return decide(stage, suggestion, 'refund', { chosen });
}
