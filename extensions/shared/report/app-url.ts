/** What Shopify's build writes in for these: the URL of `shopify app dev`, or what the app's `.env` says. */
declare const process: {
  readonly env: { readonly APP_URL?: string; readonly SHOPIFY_APP_URL?: string };
};

/** Where the app is; null where the build was not told. A buyer's page takes no path for one of the app's. */
export function appUrl(): string | null {
  return written(() => process.env.APP_URL) ?? written(() => process.env.SHOPIFY_APP_URL);
}

/** What is not written in stays a variable that there is none of in a buyer's browser. */
function written(read: () => string | undefined): string | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}
