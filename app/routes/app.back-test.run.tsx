import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import { cancelBackTest, startBackTest } from '../pipeline/start-back-test.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fieldsOf } from './fields-of.ts';
import { settingChanges } from './setting-changes.ts';

const form = z.discriminatedUnion('wish', [
  z.object({ wish: z.literal('run'), values: settingChanges }),
  z.object({ wish: z.literal('cancel') }),
]);

/** Has the stored history judged, or stops that. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  if (!asked.success) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  if (asked.data.wish === 'run') {
    return Response.json(await startBackTest(openedLine(), shop, asked.data.values));
  }
  const isCancelled = await cancelBackTest(openedLine(), shop);
  return Response.json({ outcome: isCancelled ? 'cancelled' : 'over' });
}
