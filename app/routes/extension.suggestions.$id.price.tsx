import type { ActionFunctionArgs } from '@remix-run/node';
import { parseSuggestionId } from '../domain/ids.ts';
import { authenticateExtension } from '../shopify.server.ts';
import { priceView } from '../ui/order-view.ts';
import { onlyForExtensions, wordsAsked } from './extension-answer.ts';
import { priceAsAsked, statusOf } from './price.ts';

/** What a choice on an order's page in the admin would come to; moves nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const caller = await authenticateExtension(request);
  const words = await wordsAsked(request, caller);
  const id = parseSuggestionId(params['id'] ?? '');
  const price = await priceAsAsked(request, caller.shop, id);
  const status = statusOf(price.outcome);
  return caller.cors(Response.json(priceView(price, words), { status }));
}

export const loader = onlyForExtensions;
