import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { parseSuggestionId } from '../domain/ids.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import type { DecisionAnswer } from '../ui/decision.ts';
import { decideAsAsked, standingOf, statusOf } from './decide.ts';

/** How the suggestion stands now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const id = parseSuggestionId(params['id'] ?? '');
  const standing = await standingOf(shop, id);
  return Response.json(standing, { status: standing.current ? 200 : 404 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const merchant = await authenticateMerchant(request);
  const id = parseSuggestionId(params['id'] ?? '');
  const outcome = await decideAsAsked(request, merchant, id);
  const answer: DecisionAnswer = { ...outcome, ...(await standingOf(merchant.shop, id)) };
  return Response.json(answer, { status: statusOf(outcome) });
}
