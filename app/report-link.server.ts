import { createHmac, timingSafeEqual } from 'node:crypto';
import { gidOf, numericIdOf, parseShopDomain, type Gid, type ShopDomain } from './domain/ids.ts';
import { addDays, instantAt, millisecondsOf, type Instant } from './domain/time.ts';
import { env } from './env.server.ts';

/** A link is good for half a year: as long as a bank may dispute, and parcels take. */
export const linkDays = 180;

const shopEnd = '.myshopify.com';

/**
 * What the links of one shop are signed with. A key of its own, made of the app's secret: a merchant may put it into the shop's
 * e-mail templates, and it opens nothing else and nobody else's.
 */
function reportKeyOf(shop: ShopDomain): string {
  return createHmac('sha256', env.SHOPIFY_API_SECRET)
    .update(`buyers' reports of ${shop}`)
    .digest('hex');
}

/** Where the buyer of an order can report a problem without an account. */
export function reportLink(shop: ShopDomain, orderId: Gid<'Order'>, now: Instant): string {
  const until = Math.floor(millisecondsOf(addDays(now, linkDays)) / 1000);
  const said = `${shop.slice(0, -shopEnd.length)}.${numericIdOf(orderId)}.${until}`;
  return new URL(`/report/${said}.${signatureOf(shop, said)}`, env.SHOPIFY_APP_URL).href;
}

/** The same link as an e-mail template of Shopify's writes it (Liquid), for whatever order the e-mail is about. */
export function reportLinkTemplate(shop: ShopDomain): string {
  const base = new URL('/report/', env.SHOPIFY_APP_URL).href;
  return [
    `{%- assign until = 'now' | date: '%s' | plus: ${linkDays * 86_400} -%}`,
    `{%- assign order_key = order.id | default: id -%}`,
    `{%- assign said = '${shop.slice(0, -shopEnd.length)}.' | append: order_key | append: '.' | append: until -%}`,
    `${base}{{ said }}.{{ said | hmac_sha256: '${reportKeyOf(shop)}' }}`,
  ].join('');
}

export type OpenedLink =
  | { readonly outcome: 'open'; readonly shop: ShopDomain; readonly orderId: Gid<'Order'> }
  | { readonly outcome: 'expired' }
  /** Not one that was signed here. */
  | { readonly outcome: 'no-link' };

const linkPattern = /^([a-z0-9][a-z0-9-]*)\.(\d{1,20})\.(\d{1,12})\.([0-9a-f]{64})$/;

export function openLink(text: string, now: Instant): OpenedLink {
  const [, name = '', order = '', until = '', signature = ''] = linkPattern.exec(text) ?? [];
  const shop = parseShopDomain(`${name}${shopEnd}`);
  if (!shop || !isSame(signature, signatureOf(shop, `${name}.${order}.${until}`)))
    return { outcome: 'no-link' };
  if (instantAt(Number(until) * 1000) <= now) return { outcome: 'expired' };
  return { outcome: 'open', shop, orderId: gidOf('Order', order) };
}

function signatureOf(shop: ShopDomain, said: string): string {
  return createHmac('sha256', reportKeyOf(shop)).update(said).digest('hex');
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
