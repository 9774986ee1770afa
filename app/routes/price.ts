import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import { openedLine } from '../line.server.ts';
import { priceChoice } from '../pipeline/preview-refund.server.ts';
import { fieldsOf, jsonField } from './fields-of.ts';
import { refundChoice } from './refund-choice.ts';

/** What the choice that was posted would come to right now; moves nothing. */
export async function priceAsAsked(
  request: Request,
  shop: ShopDomain,
  suggestionId: SuggestionId | null,
): Promise<ChoicePrice | { readonly outcome: 'unreadable' }> {
  const { choice } = await fieldsOf(request);
  const asked = refundChoice.safeParse(jsonField(choice));
  if (!asked.success) return { outcome: 'unreadable' };
  return suggestionId
    ? priceChoice(openedLine(), { shop, suggestionId, choice: asked.data })
    : { outcome: 'gone' };
}

export function statusOf(outcome: string): number {
  if (outcome === 'unreadable') return 400;
  return outcome === 'gone' ? 404 : 200;
}
