import type { ActionFunctionArgs } from '@remix-run/node';
import { parseSuggestionId } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { closeUnknown } from '../pipeline/close-unknown.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';

/** A person says that a refund whose fate was not known was not paid. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const suggestionId = parseSuggestionId(params['id'] ?? '');
  if (!suggestionId) return Response.json({ outcome: 'nothing-to-close' }, { status: 404 });
  return Response.json(await closeUnknown(openedLine(), { shop, suggestionId, actor }));
}
