import type {} from '@shopify/app-bridge-types';

/**
 * The admin around the app, reached through App Bridge. Its script may be missing (blocked, or the page
 * is open outside of the admin): then nothing is shown there, and the page itself says the same.
 */
export function showToast(text: string): void {
  if ('shopify' in globalThis) shopify.toast.show(text);
}

export function showLoading(isLoading: boolean): void {
  if ('shopify' in globalThis) shopify.loading(isLoading);
}

/** Asks the merchant for more access; false where he says no, or nobody can be asked. */
export async function requestScopes(scopes: string[]): Promise<boolean> {
  if (!('shopify' in globalThis)) return false;
  try {
    const { result } = await shopify.scopes.request(scopes);
    return result === 'granted-all';
  } catch {
    // App Bridge rejects when its dialog cannot be shown; the caller says what can be done instead.
    return false;
  }
}
