import type {} from '@shopify/app-bridge-types';
import { useSyncExternalStore } from 'react';

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

const neverChanges = () => () => undefined;

/** Whether there is an admin around the page to show things in; not known on the server. */
export function useIsInAdmin(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => 'shopify' in globalThis,
    () => false,
  );
}

/** Lets the admin ask whether what is not saved may be lost; nobody is asked where there is no admin to do it. */
export async function askToLeave(): Promise<boolean> {
  if (!('shopify' in globalThis)) return true;
  try {
    await shopify.saveBar.leaveConfirmation();
    return true;
  } catch {
    // App Bridge's way to say that the merchant stays.
    return false;
  }
}
