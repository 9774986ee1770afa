import type { ActionFunctionArgs } from '@remix-run/node';
import { parseSuggestionId } from '../domain/ids.ts';
import { authenticateExtension } from '../shopify.server.ts';
import type { OrderAnswer } from '../ui/order-answer.ts';
import { saidView } from '../ui/order-view.ts';
import { decideAsAsked, standingOf, statusOf } from './decide.ts';
import { answerAbout, onlyForExtensions, wordsAsked } from './extension-answer.ts';

/** A decision on an order's page in the admin: the same as on the suggestion's own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const caller = await authenticateExtension(request);
  const id = parseSuggestionId(params['id'] ?? '');
  const words = await wordsAsked(request, caller);
  const outcome = await decideAsAsked(request, caller, id);
  const { current } = await standingOf(caller.shop, id);
  const answer: OrderAnswer = {
    suggestion: current && (await answerAbout(current, words)).suggestion,
    said: saidView(outcome, current, words),
  };
  return caller.cors(Response.json(answer, { status: statusOf(outcome) }));
}

export const loader = onlyForExtensions;
