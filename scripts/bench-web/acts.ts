import type { Frame, Page } from 'playwright-core';
import { wordsIn } from '../../tests/support/words.ts';

/** Between two of a merchant's actions, milliseconds: what one sets off is over before the next. */
const pauseMs = 200;

/** On the bare page: its button, by the mouse and by the keyboard. */
export async function actOnBarePage(app: Frame, page: Page): Promise<void> {
  const button = app.getByRole('button', { name: 'Generate a product' });
  await button.click();
  await page.waitForTimeout(pauseMs);
  for (const key of ['Space', 'Enter', 'Tab']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(pauseMs);
  }
}

/** On the queue: the filters, two rows by the keyboard, a row's forms, a search by order. */
export async function actOnQueue(app: Frame, page: Page): Promise<void> {
  const { t } = wordsIn('en');
  const rest = () => page.waitForTimeout(pauseMs);
  const filters = app.getByRole('button', { name: t('filter.button'), exact: true });
  await filters.click();
  await rest();
  await filters.click();
  await rest();
  const row = app.locator('tr[data-suggestion]').first();
  for (const action of ['snooze', 'dismiss']) {
    await row.locator(`[data-action=${action}] button`).click();
    await rest();
  }
  await page.keyboard.press('Escape');
  await rest();
  for (const key of ['j', 'j', 'k', '/']) {
    await page.keyboard.press(key);
    await rest();
  }
  const search = app.locator('[data-search] input');
  await search.pressSequentially('#1234', { delay: 80 });
  await rest();
}

/** Where only the opening is measured. */
export async function lookOnly(): Promise<void> {
  await Promise.resolve();
}
