import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyWords } from '#app/ui/format.ts';
import {
  appFrameOf,
  inBrowser,
  startNewScene,
  type AdminScene,
  type Way,
} from '#tests/support/admin-page.ts';
import { load, setHold, suggestionsOf } from '#tests/support/decide.ts';
import { appName, storePath } from '#tests/simulator/admin/admin-path.ts';
import { usd } from '#tests/support/order-facts.ts';
import { daysBefore, lateDispatchOrder } from '#tests/support/rest-order.ts';
import { testShop, waitUntil, type Stage } from '#tests/support/stage.ts';
import { wordsIn } from '#tests/support/words.ts';

const most = 6;
const way: Way = { language: 'en', width: 1280 };
const words = wordsIn(way.language);
const { t } = words;
const order = '#1042';
const refund = t('action.refund-for', { amount: moneyWords(usd('45'), words), order });
/** Each walk has a shop of its own, in which nobody opened the app before. */
const shops = {
  shortest: 'shortest-walk.myshopify.com',
  reading: 'reading-walk.myshopify.com',
  thorough: 'thorough-walk.myshopify.com',
};
let scene: AdminScene;

beforeAll(async () => {
  scene = await startNewScene({
    shops: Object.values(shops).map((domain) => ({ ...testShop, domain })),
  });
});
afterAll(async () => {
  await scene.close();
});

test('the shortest walk from the install to the first refund', async () => {
  const clicks = await walk(shops.shortest, async (page) => {
    const app = await appFrameOf(page);
    await app.getByRole('button', { name: refund }).click();
  });
  expect(clicks).toEqual([appName, refund]);
});

test('the walk of who reads first why the money is owed', async () => {
  const clicks = await walk(shops.reading, async (page) => {
    const app = await appFrameOf(page);
    await app.getByRole('link', { name: order, exact: true }).click();
    await app.getByRole('heading', { level: 1, name: order }).waitFor();
    await app.getByRole('button', { name: refund }).click();
  });
  expect(clicks).toEqual([appName, order, refund]);
});

test('the walk of who looks at the guide and the settings before', async () => {
  const clicks = await walk(shops.thorough, async (page) => {
    const menu = page.locator('#navigation');
    await menu.getByRole('link', { name: t('nav.overview') }).click();
    const app = await appFrameOf(page);
    await app.getByRole('link', { name: t('overview.guide.policy.link') }).click();
    await app.getByRole('heading', { level: 1, name: t('settings.title') }).waitFor();
    await menu.getByRole('link', { name: appName, exact: true }).click();
    await app.getByRole('link', { name: order, exact: true }).click();
    await app.getByRole('heading', { level: 1, name: order }).waitFor();
    await app.getByRole('button', { name: refund }).click();
  });
  expect(clicks).toEqual([
    appName,
    t('nav.overview'),
    t('overview.guide.policy.link'),
    appName,
    order,
    refund,
  ]);
  expect(clicks.length).toBeLessThanOrEqual(most);
});

/** From the admin's list of orders to money that is back with the buyer; answers what was clicked on. */
async function walk(
  domain: string,
  onwards: (page: Page) => Promise<void>,
): Promise<readonly string[]> {
  const { stage, browser } = scene;
  const orderId = load(stage, overdueOrder(), domain);
  const clicks: string[] = [];
  await inBrowser(browser, way, async (page) => {
    await page.exposeFunction('tellClick', (name: string) => clicks.push(name));
    await page.addInitScript(tellsClicks);
    await page.goto(`${stage.simulator.adminOrigin}${storePath(domain)}/orders`);
    await page.getByRole('link', { name: appName, exact: true }).click();
    await appFrameOf(page);
    // Half an hour, in which it can be undone, is waited for by no newcomer and no test.
    await setHold(stage, 1);
    stage.simulator.api.announceOrder(domain, orderId);
    await waitUntil(async () => (await suggestionsOf(stage, orderId)).length > 0, 'a suggestion');
    await onwards(page);
    await waitUntil(() => isSettled(stage, domain, orderId), 'the money to be back');
    const app = await appFrameOf(page);
    await app.getByText(t('state.refunded'), { exact: true }).first().waitFor();
  });
  return clicks;
}

/** Paid so long ago, and never shipped, that the law wants it paid back unasked: nothing speaks for waiting. */
function overdueOrder() {
  const at = daysBefore(40);
  return lateDispatchOrder({ name: order, created_at: at, updated_at: at, processed_at: at });
}

function isSettled(stage: Stage, domain: string, orderId: string): boolean {
  const refunds = stage.simulator.api.order(domain, orderId)?.refunds ?? [];
  return refunds.some(({ transactions }) =>
    transactions.some(({ status, amount }) => status === 'SUCCESS' && amount === '45.00'),
  );
}

/** In every document, the app's own too: what a hand clicked on, by the name that it has for a screen reader. */
const tellsClicks = `addEventListener('click', ({ isTrusted, target }) => {
  const part = target.closest('a, button, input, select');
  if (isTrusted) tellClick(part?.ariaLabel ?? (part ?? target).textContent.trim());
}, { capture: true });`;
