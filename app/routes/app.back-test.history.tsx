import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import { cancelHistory, startHistory } from '../pipeline/start-history.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fieldsOf } from './fields-of.ts';

const form = z.object({ wish: z.enum(['read', 'cancel']) });

/** Has past orders read, or stops that. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  if (!asked.success) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  if (asked.data.wish === 'read') return Response.json(await startHistory(openedLine(), shop));
  const isCancelled = await cancelHistory(openedLine(), shop);
  return Response.json({ outcome: isCancelled ? 'cancelled' : 'over' });
}
