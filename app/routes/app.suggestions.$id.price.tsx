import type { ActionFunctionArgs } from '@remix-run/node';
import { parseSuggestionId } from '../domain/ids.ts';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import { openedLine } from '../line.server.ts';
import { priceChoice } from '../pipeline/preview-refund.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fieldsOf, jsonField } from './fields-of.ts';
import { refundChoice } from './refund-choice.ts';

/** What a choice in the refund editor would come to right now; moves nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const id = parseSuggestionId(params['id'] ?? '');
  const { choice } = await fieldsOf(request);
  const asked = refundChoice.safeParse(jsonField(choice));
  if (!asked.success) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  const price: ChoicePrice = id
    ? await priceChoice(openedLine(), { shop, suggestionId: id, choice: asked.data })
    : { outcome: 'gone' };
  return Response.json(price, { status: price.outcome === 'gone' ? 404 : 200 });
}
