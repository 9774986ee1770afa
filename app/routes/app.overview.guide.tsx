import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import { guideWishes, hideGuide } from '../pipeline/hide-guide.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fieldsOf } from './fields-of.ts';

const form = z.object({ wish: z.enum(guideWishes) });

/** Puts the set-up guide away, or brings it back. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  if (!asked.success) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  return Response.json(await hideGuide(openedLine(), { shop, wish: asked.data.wish }));
}
