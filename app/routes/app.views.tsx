import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { parseViewId, type ShopDomain } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { changeViews } from '../pipeline/change-views.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { queueParams, queueQueryOf } from '../ui/queue-url.ts';
import type { ViewOutcome } from '../ui/view-asked.ts';
import { fieldsOf } from './fields-of.ts';

const name = z.string().max(1000);
const id = z.string().max(100);
const form = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('save'), name, params: z.string().max(4000) }),
  z.object({ intent: z.literal('rename'), id, name }),
  z.object({ intent: z.literal('delete'), id }),
]);

/** Saves, renames and deletes views of the queue. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  const outcome = asked.success ? await change(shop, asked.data) : unreadable;
  return Response.json(outcome, { status: outcome.outcome === 'unreadable' ? 400 : 200 });
}

const unreadable: ViewOutcome = { outcome: 'unreadable' };

async function change(shop: ShopDomain, asked: z.infer<typeof form>): Promise<ViewOutcome> {
  const line = openedLine();
  if (asked.intent === 'save') {
    // Only what the queue understands is kept, and not the page on which it was saved.
    const query = queueQueryOf(new URLSearchParams(asked.params));
    return changeViews(line, shop, { ...asked, params: queueParams({ ...query, after: null }) });
  }
  const viewId = parseViewId(asked.id);
  if (!viewId) return { outcome: 'gone' };
  return changeViews(line, shop, { ...asked, id: viewId });
}
