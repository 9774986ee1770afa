import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseBulkId } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { steerBulk } from '../pipeline/start-bulk.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fieldsOf } from './fields-of.ts';

const form = z.object({ wish: z.enum(['pause', 'resume']) });

/** Stops many approvals after the one in hand, or goes on with them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const bulkId = parseBulkId(params['id'] ?? '');
  const asked = form.safeParse(await fieldsOf(request));
  if (!asked.success || !bulkId) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  const steered = await steerBulk(openedLine(), { shop, bulkId, wish: asked.data.wish });
  return Response.json({ outcome: steered ? 'steered' : 'over' });
}
