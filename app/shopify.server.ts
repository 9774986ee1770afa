import { ApiVersion, AppDistribution, shopifyApp } from '@shopify/shopify-app-remix/server';
import { LogSeverity } from '@shopify/shopify-app-remix/server';
import { setTimeout as sleep } from 'node:timers/promises';
import { sessionStorage } from './db/session-storage.server.ts';
import { reviveOrders } from './db/inbox.server.ts';
import { withShopLock } from './db/shop-lock.server.ts';
import { expireToken } from './db/sessions.server.ts';
import { findShop, markInstalled } from './db/shops.server.ts';
import { tokenCipher } from './db/token-cipher.server.ts';
import type { Actor } from './domain/audit-event.ts';
import { parseShopDomain, type ShopDomain } from './domain/ids.ts';
import { env } from './env.server.ts';
import { openedLine } from './line.server.ts';
import { log } from './log.server.ts';
import { learnShop } from './pipeline/learn-shop.server.ts';
import { apiVersion } from './shopify/api-version.ts';
import type { AdminAccess, AdminDoor } from './shopify/admin-client.server.ts';

const storage = sessionStorage({
  prisma: () => openedLine().db.prisma,
  cipher: tokenCipher(env.TOKEN_ENCRYPTION_KEY),
  onUnreadable: (sessionId) => {
    log.warn({ sessionId }, 'a stored token does not open: was TOKEN_ENCRYPTION_KEY changed?');
  },
});

const shopify = shopifyApp({
  apiKey: env.SHOPIFY_API_KEY,
  apiSecretKey: env.SHOPIFY_API_SECRET,
  appUrl: env.SHOPIFY_APP_URL,
  apiVersion: supportedVersion(apiVersion),
  authPathPrefix: '/auth',
  distribution: AppDistribution.AppStore,
  sessionStorage: storage,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  logger: {
    level: LogSeverity.Warning,
    log: (severity, message) => {
      if (severity === LogSeverity.Error) log.error({ from: 'shopify-api' }, message);
      else log.warn({ from: 'shopify-api' }, message);
    },
  },
  hooks: {
    afterAuth: async ({ session }) => {
      const shop = parseShopDomain(session.shop);
      if (!shop) return;
      const line = openedLine();
      await markInstalled(line.db.prisma, shop, line.now());
      await reviveOrders(line.db.prisma, shop);
      await learnShop(line, shop);
    },
  },
});

function supportedVersion(version: string): ApiVersion {
  const found = Object.values(ApiVersion).find((known: string) => known === version);
  if (!found) throw new Error(`the SDK does not know the API version ${version}`);
  return found;
}

export const appKey = env.SHOPIFY_API_KEY;
export const authenticateAdmin = shopify.authenticate.admin;
/** An extension in a buyer's account; it proves nothing but a signature of Shopify's and an age. */
export const authenticateCustomerAccount = shopify.authenticate.public.customerAccount;
export const addDocumentResponseHeaders = shopify.addDocumentResponseHeaders;

/** Who is asking: a member of the shop's staff, by id. */
export interface Merchant {
  readonly shop: ShopDomain;
  readonly actor: Actor;
  readonly timezone: string;
  readonly currency: string | null;
}

/** Throws the Response that Remix has to answer when the request carries no valid session token. */
export async function authenticateMerchant(request: Request): Promise<Merchant> {
  const { session, sessionToken } = await shopify.authenticate.admin(request);
  return merchantOf(session.shop, sessionToken);
}

/** Asked by an extension, which runs on an origin of Shopify's: its answers are for others to read. */
export interface ExtensionCaller extends Merchant {
  /** Lets the extension read the answer. */
  readonly cors: (response: Response) => Response;
}

/**
 * The same for an extension in the admin; the answer to the browser's question beforehand, and a refusal, are thrown, and can be read by
 * the extension too (https://shopify.dev/docs/apps/build/admin/actions-blocks/connect-app-backend).
 */
export async function authenticateExtension(request: Request): Promise<ExtensionCaller> {
  // Without a token the SDK would lead a page to its log-in, and this is none.
  if (request.method !== 'OPTIONS' && !request.headers.has('Authorization')) {
    throw readable(new Response(null, { status: 401 }));
  }
  try {
    const { session, sessionToken, cors } = await shopify.authenticate.admin(request);
    return { ...(await merchantOf(session.shop, sessionToken)), cors };
  } catch (thrown) {
    throw thrown instanceof Response ? readable(thrown) : thrown;
  }
}

function readable(response: Response): Response {
  response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}

interface TokenClaims {
  readonly sub: string;
  readonly exp: number;
}

async function merchantOf(domain: string, { sub, exp }: TokenClaims): Promise<Merchant> {
  const shop = parseShopDomain(domain);
  if (!shop) throw new Response(null, { status: 400 });
  // Shopify's tokens live a minute; the SDK takes one that says nothing of its end.
  if (!Number.isFinite(exp)) throw new Response(null, { status: 401 });
  // A buyer's token is signed with the same secret, and the SDK looks no further; staff are numbers.
  if (!/^\d+$/.test(sub)) throw new Response(null, { status: 403 });
  const known = await findShop(openedLine().db.prisma, shop);
  return {
    shop,
    actor: `staff:${sub}`,
    timezone: known?.timezone ?? 'UTC',
    currency: known?.currency ?? null,
  };
}

/** Below this, the SDK refreshes a token (its own figure is five minutes): a minute earlier, under the lock. */
const refreshWithinMs = 6 * 60_000;

/** The Admin API of a shop, outside any request; its token is refreshed by one process at a time. */
export const openAdmin: AdminDoor = async (shop) => {
  const session = await storage.loadSession(`offline_${shop}`);
  if (!session?.accessToken) {
    return { outcome: 'closed', reason: 'no token: the merchant has to open the app once' };
  }
  if (!session.isExpired(refreshWithinMs)) return open(shop);
  try {
    return await withShopLock(openedLine().db.lockPool, shop, () => open(shop));
  } catch (error) {
    // Somebody else has refreshed for too long; the job tries again.
    return { outcome: 'closed', reason: `token refresh: ${String(error)}` };
  }
};

/** A refresh that Shopify does not answer holds the shop's lock no longer. */
const refreshTimeoutMs = 15_000;

async function open(shop: ShopDomain): Promise<AdminAccess> {
  const tooLate = new AbortController();
  try {
    const { admin, session } = await Promise.race([
      shopify.unauthenticated.admin(shop),
      sleep(refreshTimeoutMs, null, { signal: tooLate.signal }).then(() =>
        Promise.reject(new Error('no answer in time')),
      ),
    ]);
    const { calls, db, now } = openedLine();
    return {
      outcome: 'open',
      async graphql(operation, options) {
        try {
          return await admin.graphql(operation, options);
        } catch (error) {
          // Clocks differ: what ours still takes for fresh may be over at Shopify.
          if (isUnauthorized(error)) {
            const { id: sessionId, expires = null } = session;
            await expireToken(db.prisma, { sessionId, expires, now: now() });
          }
          throw error;
        }
      },
      noteCall: (call) => {
        calls.note(shop, call, now());
      },
    };
  } catch (thrown) {
    // The SDK throws a bare Response when Shopify refuses the refresh token.
    const reason =
      thrown instanceof Response ? `token refresh answered ${thrown.status}` : String(thrown);
    return { outcome: 'closed', reason };
  } finally {
    tooLate.abort();
  }
}

function isUnauthorized(error: unknown): boolean {
  const { response } = error as { readonly response?: { readonly code?: unknown } };
  return response?.code === 401;
}
