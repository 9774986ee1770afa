import type { ActionFunctionArgs } from '@remix-run/node';
import { openedLine } from '../line.server.ts';
import { replayDeadLetter } from '../pipeline/replay-dead-letter.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';

/** Gives one dead letter another try. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const replayed = await replayDeadLetter(openedLine(), { shop, deliveryId: params['id'] ?? '' });
  return Response.json(replayed, { status: replayed.outcome === 'gone' ? 404 : 200 });
}
