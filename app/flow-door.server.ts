import { z } from 'zod';
import { bytesOf } from './api-door.server.ts';
import { findShop } from './db/shops.server.ts';
import { parseShopDomain, type ShopDomain } from './domain/ids.ts';
import { env } from './env.server.ts';
import { openedLine } from './line.server.ts';
import { isSigned } from './pipeline/signature.server.ts';

/** A run of an action, as Flow asks for it. */
export interface FlowRequest {
  readonly shop: ShopDomain;
  readonly runId: string;
  /** By the keys of the action's fields; not yet known to be right. */
  readonly properties: unknown;
}

const mostBytes = 64 * 1024;

const envelope = z.object({
  shopify_domain: z.string(),
  action_run_id: z.string().min(1).max(200),
  properties: z.unknown(),
});

/**
 * Who asks: Flow itself, by the app's secret. By hand as webhooks are (docs/decisions/0008): the SDK would refresh the shop's token on the way,
 * which several processes must not do at once. Throws the Response that refuses.
 */
export async function authenticateFlow(request: Request): Promise<FlowRequest> {
  if (request.method !== 'POST') {
    throw new Response(null, { status: 405, headers: { Allow: 'POST' } });
  }
  const body = await bytesOf(request, mostBytes);
  if (body === null) throw refusal(413);
  const signature = request.headers.get('X-Shopify-Hmac-Sha256');
  if (signature === null || !isSigned(body, signature, env.SHOPIFY_API_SECRET)) throw refusal(401);
  const read = envelope.safeParse(jsonIn(body));
  const shop = read.success ? parseShopDomain(read.data.shopify_domain) : null;
  if (!read.success || !shop) throw refusal(400);
  const known = await findShop(openedLine().db.prisma, shop);
  if (!known?.installed) throw refusal(404);
  return { shop, runId: read.data.action_run_id, properties: read.data.properties };
}

function refusal(status: number): Response {
  return new Response(null, { status });
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal(400);
    throw error;
  }
}
