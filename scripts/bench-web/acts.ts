import type { Frame, Locator, Page } from 'playwright-core';
import { wordsIn } from '../../tests/support/words.ts';

/** Between two of a merchant's actions, milliseconds: what one sets off is over before the next. */
const pauseMs = 200;

/** On the bare page: its button, by the mouse and by the keyboard. */
export async function actOnBarePage(app: Frame, page: Page): Promise<void> {
  await click(page, app.getByRole('button', { name: 'Generate a product' }));
  for (const key of ['Space', 'Enter', 'Tab']) await press(page, key);
}

/** On the queue: the filters, a row's forms, rows by the keyboard, a search by order. */
export async function actOnQueue(app: Frame, page: Page): Promise<void> {
  const { t } = wordsIn('en');
  const filters = app.getByRole('button', { name: t('filter.button'), exact: true });
  await click(page, filters);
  await click(page, filters);
  const row = app.locator('tr[data-suggestion]').first();
  for (const action of ['snooze', 'dismiss']) {
    await click(page, row.locator(`[data-action=${action}] button`));
  }
  for (const key of ['Escape', 'j', 'j', 'k', '/']) await press(page, key);
  await page.keyboard.type('#1234', { delay: 80 });
  await page.waitForTimeout(pauseMs);
}

/** Where only the opening is measured. */
export async function lookOnly(): Promise<void> {
  await Promise.resolve();
}

/** By the mouse alone, after it has been there for a while: `locator.click` runs checks of its own in the page. */
async function click(page: Page, target: Locator): Promise<void> {
  const box = await target.boundingBox();
  if (!box) throw new Error('there is nothing to click');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(pauseMs);
  await page.mouse.down();
  await page.mouse.up();
  await page.waitForTimeout(pauseMs);
}

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.waitForTimeout(pauseMs);
}
