import type { ActionFunctionArgs } from '@remix-run/node';
import { parseSuggestionId } from '../domain/ids.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { priceAsAsked, statusOf } from './price.ts';

/** What a choice in the refund editor would come to right now; moves nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const price = await priceAsAsked(request, shop, parseSuggestionId(params['id'] ?? ''));
  return Response.json(price, { status: statusOf(price.outcome) });
}
