import type { ActionFunctionArgs } from '@remix-run/node';
import { openedLine } from '../line.server.ts';
import { forgetReadings } from '../pipeline/forget-readings.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';

/** Forgets what the shop's decisions taught about readings. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  return Response.json(await forgetReadings(openedLine(), { shop, actor }));
}
