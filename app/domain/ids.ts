/** A Shopify global id, e.g. `gid://shopify/Order/1001`. */
export type Gid<T extends string> = `gid://shopify/${T}/${string}`;

declare const brand: unique symbol;
/** A text that only its smart constructor may make. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `<name>.myshopify.com`, lower case: the key of everything that belongs to one installed merchant. */
export type ShopDomain = Branded<'ShopDomain'>;
export type SuggestionId = Branded<'SuggestionId'>;
export type RefundAttemptId = Branded<'RefundAttemptId'>;
export type BulkId = Branded<'BulkId'>;
export type ViewId = Branded<'ViewId'>;
export type ReportId = Branded<'ReportId'>;
export type PhotoId = Branded<'PhotoId'>;

const shopDomainPattern = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;

/** The shop's domain, or null when the text is none. */
export function parseShopDomain(text: string): ShopDomain | null {
  const lower = text.trim().toLowerCase();
  return shopDomainPattern.test(lower) ? (lower as ShopDomain) : null;
}

/** The id, checked for its type; null when it is another thing's id or no id. */
export function parseGid<T extends string>(type: T, text: string): Gid<T> | null {
  const prefix = `gid://shopify/${type}/`;
  const key = text.slice(prefix.length);
  return text.startsWith(prefix) && /^[0-9A-Za-z_-]+$/.test(key) ? (text as Gid<T>) : null;
}

/** Makes the global id of a numeric (REST) id. The number travels as text: Shopify's ids may exceed 2^53. */
export function gidOf<T extends string>(type: T, numericId: string): Gid<T> {
  return `gid://shopify/${type}/${numericId}`;
}

/** The last part of a global id: what Shopify's admin puts into its URLs. */
export function numericIdOf(gid: Gid<string>): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}

/** As Shopify's own ids come from elsewhere: a number, its text, or a global id. */
export function parseOrderId(given: string | number): Gid<'Order'> | null {
  const text = String(given);
  return /^\d{1,20}$/.test(text) ? gidOf('Order', text) : parseGid('Order', text);
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function parseSuggestionId(text: string): SuggestionId | null {
  return uuidPattern.test(text) ? (text as SuggestionId) : null;
}

export function parseBulkId(text: string): BulkId | null {
  return uuidPattern.test(text) ? (text as BulkId) : null;
}

export function parseViewId(text: string): ViewId | null {
  return uuidPattern.test(text) ? (text as ViewId) : null;
}

export function parseReportId(text: string): ReportId | null {
  return uuidPattern.test(text) ? (text as ReportId) : null;
}

export function parsePhotoId(text: string): PhotoId | null {
  return uuidPattern.test(text) ? (text as PhotoId) : null;
}

export function parseRefundAttemptId(text: string): RefundAttemptId | null {
  return uuidPattern.test(text) ? (text as RefundAttemptId) : null;
}
