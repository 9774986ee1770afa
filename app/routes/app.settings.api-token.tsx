import type { ActionFunctionArgs } from '@remix-run/node';
import { openedLine } from '../line.server.ts';
import { makeApiToken } from '../pipeline/api-token.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';

/** Makes the token with which other programs send messages. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const made = await makeApiToken(openedLine(), { shop, actor });
  return Response.json(made, { headers: { 'Cache-Control': 'no-store' } });
}
