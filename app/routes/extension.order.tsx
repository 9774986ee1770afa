import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseGid } from '../domain/ids.ts';
import { authenticateExtension } from '../shopify.server.ts';
import { orderAnswer, wordsAsked } from './extension-answer.ts';

/** What the extensions on an order's page in the admin show. */
export async function loader({ request }: LoaderFunctionArgs) {
  const caller = await authenticateExtension(request);
  const orderId = parseGid('Order', new URL(request.url).searchParams.get('order') ?? '');
  if (!orderId) return caller.cors(Response.json({ outcome: 'unreadable' }, { status: 400 }));
  const words = await wordsAsked(request, caller);
  return caller.cors(Response.json(await orderAnswer({ shop: caller.shop, orderId }, words)));
}
