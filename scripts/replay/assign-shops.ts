import {
  isObject,
  objectsIn,
  parseJson,
  textOf,
  type JsonObject,
} from '../../tests/simulator/api/json.ts';
import type { ShopSettings } from '../../tests/simulator/api/shopify-api.ts';

export interface OrderFile {
  readonly file: string;
  readonly text: string;
}

export interface AssignedFile extends OrderFile {
  /** Domain of the shop that it is loaded into. */
  readonly shop: string;
}

/**
 * Gives every file a shop: one per currency that orders were kept in, and a further one whenever an id of a file is
 * taken already, because payloads from many sources share ids that are unique at Shopify. What is no order may go
 * anywhere: it will be refused.
 */
export function assignShops(files: readonly OrderFile[]): {
  readonly files: readonly AssignedFile[];
  readonly shops: readonly ShopSettings[];
} {
  const shops: { readonly settings: ShopSettings; readonly ids: Set<string> }[] = [];
  const assigned = files.map((file): AssignedFile => {
    const order = orderIn(file.text);
    const currency = currencyOf(order);
    const ids = idsOf(order);
    const ofCurrency = shops.filter(({ settings }) => settings.currency === currency);
    let shop = ofCurrency.find((each) => [...ids].every((id) => !each.ids.has(id)));
    if (!shop) {
      shop = { settings: shopFor(currency, ofCurrency.length + 1), ids: new Set() };
      shops.push(shop);
    }
    for (const id of ids) shop.ids.add(id);
    return { ...file, shop: shop.settings.domain };
  });
  return { files: assigned, shops: shops.map(({ settings }) => settings) };
}

function shopFor(currency: string, rank: number): ShopSettings {
  const domain = `replay-${currency.toLowerCase()}-${rank}.myshopify.com`;
  return { domain, currency, country: 'US', timezone: 'America/New_York' };
}

/** The order as far as it can be read; null for what is certainly none. */
function orderIn(text: string): JsonObject | null {
  try {
    const json = parseJson(text);
    if (!isObject(json)) return null;
    return isObject(json['order']) && json['line_items'] === undefined ? json['order'] : json;
  } catch (error) {
    // Whoever loads it says so.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function currencyOf(order: JsonObject | null): string {
  const currency = textOf(order?.['currency']);
  return currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : 'USD';
}

/** Ids of the order and its parts, by what they are. */
function idsOf(order: JsonObject | null): ReadonlySet<string> {
  if (!order) return new Set();
  const parts = ['line_items', 'fulfillments', 'refunds'].flatMap((kind) =>
    objectsIn(order[kind]).map((part) => `${kind} ${exactIdOf(part)}`),
  );
  return new Set([`order ${exactIdOf(order)}`, ...parts]);
}

/** The digits of the global id where there is one: ids that went through JavaScript may be rounded. */
function exactIdOf(thing: JsonObject): string {
  const gid = textOf(thing['admin_graphql_api_id']);
  return gid?.split('/').at(-1) ?? textOf(thing['id']) ?? '';
}
