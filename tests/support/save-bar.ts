import type { Page } from 'playwright-core';

/** The admin's bar for what is not saved, around the app's frame. */
export function saveBarOf(page: Page) {
  const bar = page.locator('#save-bar');
  return {
    bar,
    save: bar.locator('#save'),
    discard: bar.locator('#discard'),
    /** The app has taken what it was told. */
    gone: () => bar.waitFor({ state: 'hidden' }),
  };
}
