import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AskedReport } from './domain/reports/check-report.ts';
import { parseGid, parseShopDomain, type Gid, type ShopDomain } from './domain/ids.ts';
import { authenticateCustomerAccount } from './shopify.server.ts';

/** In one process of the app: what one buyer may ask and send, and all buyers of one shop. */
const paces = {
  ask: new RateLimiterMemory({ keyPrefix: 'ask', points: 60, duration: 60 }),
  send: new RateLimiterMemory({ keyPrefix: 'send', points: 10, duration: 600 }),
  shop: new RateLimiterMemory({ keyPrefix: 'shop', points: 600, duration: 60 }),
} as const;

/** Seconds to wait; null when it may go on. `who` is the link, or the buyer of the account. */
export async function pauseFor(
  what: 'ask' | 'send',
  { shop, who }: { readonly shop: ShopDomain; readonly who: string },
): Promise<number | null> {
  try {
    await paces[what].consume(`${shop} ${who}`);
    await paces.shop.consume(shop);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  }
}

/** Who asks from the buyer's account. */
export interface Buyer {
  readonly shop: ShopDomain;
  readonly customerId: Gid<'Customer'>;
  /** With what lets an extension read the answer. */
  readonly answer: (body: unknown, init?: ResponseInit) => Response;
}

/** The logged-in buyer whose token an extension shows; throws the Response that says what is wrong. */
export async function authenticateBuyer(request: Request): Promise<Buyer> {
  const { sessionToken, cors } = await authenticateCustomerAccount(request).catch(readably);
  const answer: Buyer['answer'] = (body, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Cache-Control', 'no-store');
    return cors(Response.json(body, { ...init, headers }));
  };
  // Customer accounts name the shop without a scheme, the admin with one.
  const shop = parseShopDomain(sessionToken.dest.replace(/^https:\/\//, ''));
  // Without a login there is none, whatever the SDK's types say.
  const { sub } = sessionToken as { readonly sub?: string };
  const customerId = parseGid('Customer', sub ?? '');
  if (!shop || !customerId) throw answer({ error: 'not-logged-in' }, { status: 403 });
  return { shop, customerId, answer };
}

/** The SDK's refusal of a token is one that an extension could not even read. */
function readably(thrown: unknown): never {
  if (!(thrown instanceof Response) || thrown.status !== 401) throw thrown;
  throw Response.json(
    { error: 'unknown-token' },
    {
      status: 401,
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Headers': 'Authorization, Content-Type',
        'Cache-Control': 'no-store',
      },
    },
  );
}

/** A form's fields; quantities are named by their line. */
export function askedIn(fields: URLSearchParams): Omit<AskedReport, 'photos'> {
  const lines = [...fields].flatMap(([name, quantity]) =>
    name.startsWith(quantityField)
      ? { lineItemId: name.slice(quantityField.length), quantity }
      : [],
  );
  return {
    clientId: fields.get('id') ?? '',
    problem: fields.get('problem') ?? '',
    lines,
    words: fields.get('words') ?? '',
    wish: fields.get('wish') ?? '',
  };
}

const quantityField = 'quantity.';
