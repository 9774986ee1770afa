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
