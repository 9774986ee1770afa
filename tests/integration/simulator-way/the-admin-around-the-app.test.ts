import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerForShopify } from '#tests/simulator/browser.ts';
import { demoShop, openApp, startVisit, type OpenPage, type Visit } from './admin-visit.ts';

const shop = demoShop.domain;

describe('the admin around the app', () => {
  let visit: Visit;
  let context: BrowserContext;
  let opened: OpenPage;
  /** What the browser says of an answer that the test provokes. */
  let provoked: readonly string[] = [];

  beforeAll(async () => {
    visit = await startVisit();
  });
  afterAll(async () => {
    await visit.close();
  });
  beforeEach(async () => {
    provoked = [];
    context = await visit.browser.newContext({ viewport: { width: 1280, height: 800 } });
    opened = await openApp(context, visit.simulator.adminUrl(shop));
  });
  afterEach(async () => {
    await context.close();
    expect(opened.complaints).toEqual(provoked);
  });

  const pressed = () => opened.frame.locator('body').getAttribute('data-pressed');

  test('opens the frame with all that Shopify says of the merchant', () => {
    const path = visit.app.requests.find(({ path }) => path.startsWith('/app?'))?.path ?? '';
    const parameters = Object.fromEntries(new URL(path, 'http://app').searchParams);
    expect(parameters).toMatchObject({ embedded: '1', shop, locale: 'en' });
    expect(atob(parameters['host'] ?? '')).toBe('admin.shopify.com/store/demo');
    expect(claimsOf(parameters['id_token'] ?? '')).toMatchObject({
      aud: visit.simulator.apiKey,
      dest: `https://${shop}`,
    });
    expect(visit.app.requests.at(-1)?.headers['user-agent']).not.toContain('Headless');
  });

  test('tells the app who embeds it, and hands out fresh session tokens', async () => {
    const told = await opened.frame.locator('body').evaluate(async () => ({
      config: shopify.config,
      embedded: shopify.environment.embedded,
      tokens: [await shopify.idToken(), await shopify.idToken()],
      user: await shopify.user(),
      granted: (await shopify.scopes.query()).granted,
    }));
    expect(told.config).toMatchObject({ apiKey: visit.simulator.apiKey, shop, locale: 'en' });
    expect(told.embedded).toBe(true);
    expect(new Set(told.tokens).size).toBe(2);
    for (const token of told.tokens)
      expect(claimsOf(token)).toMatchObject({ dest: `https://${shop}` });
    expect(told.user).toMatchObject({ id: 42 });
    expect(told.granted).toContain('write_orders');
  });

  test("signs the app's own calls, and again with a new token when the first is refused", async () => {
    visit.app.refuseTokens = 1;
    provoked = [
      'Failed to load resource: the server responded with a status of 401 (Unauthorized)',
    ];
    const before = visit.app.requests.length;
    await opened.frame.locator('body').evaluate(async () => {
      const first = await fetch('/api', { method: 'POST', body: 'amount=1' });
      const second = await fetch('/api', { headers: { Authorization: 'Bearer mine' } });
      await Promise.all([first.text(), second.text()]);
    });
    const calls = visit.app.requests.slice(before);
    const tokens = calls.map(({ headers }) => headers.authorization ?? '');
    expect(calls.map(({ method, body }) => `${method} ${body}`)).toEqual([
      'POST amount=1',
      'POST amount=1',
      'GET ',
    ]);
    expect(tokens[0]).toMatch(/^Bearer ey/);
    expect(tokens[1]).toMatch(/^Bearer ey/);
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(tokens[2]).toBe('Bearer mine');
    expect(calls[0]?.headers['accept-language']).toBe('en');
  });

  test("shows the app's menu and moves the app, the address following it", async () => {
    const { page, frame } = opened;
    const menu = page.getByRole('navigation');
    expect(await menu.getByRole('link').allTextContents()).toEqual([
      'Orders',
      'Amends',
      'Queue',
      'Settings',
    ]);

    await menu.getByRole('link', { name: 'Queue' }).click();
    await frame.getByRole('heading', { name: 'Plain app at /app/queue' }).waitFor();
    await page.waitForURL('**/store/demo/apps/amends/app/queue');
    expect(await menu.getByRole('link', { name: 'Queue' }).getAttribute('aria-current')).toBe(
      'page',
    );

    // A document without the parameters of the frame still knows its shop.
    const config = await frame.locator('body').evaluate(() => shopify.config);
    expect(config).toMatchObject({ shop, locale: 'en' });
  });

  test('leaves the move to the app where it listens for it', async () => {
    const { page, frame } = opened;
    await frame.locator('body').evaluate(() => {
      addEventListener('shopify:navigate', (event) => {
        if (!(event.target instanceof Element)) return;
        history.pushState(null, '', `${event.target.getAttribute('href') ?? ''}?page=2#row`);
      });
    });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.waitForURL('**/store/demo/apps/amends/app/settings?page=2#row');
    expect(await frame.getByRole('heading').first().textContent()).toBe('Plain app at /app');

    await page.reload();
    await frame.getByRole('heading', { name: 'Plain app at /app/settings' }).waitFor();
  });

  test('shows toasts and calls back', async () => {
    const { page, frame } = opened;
    await frame.locator('body').evaluate((body) => {
      shopify.toast.show('Refund of 12.00 sent', {
        action: 'Undo',
        onAction: () => (body.dataset['pressed'] = 'undo'),
      });
      shopify.toast.show('Gone at once', { duration: 1 });
    });
    const toasts = page.getByRole('region', { name: 'Notifications' });
    await toasts.getByText('Refund of 12.00 sent').waitFor();
    await toasts.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(pressed).toBe('undo');
    await expect.poll(() => toasts.textContent()).toBe('');
  });

  test("stands in for the app's title bar, with buttons that press the app's own", async () => {
    const { page } = opened;
    await page.getByRole('heading', { name: 'Title of /app' }).waitFor();
    for (const [name, effect] of [
      ['Export', 'export'],
      ['Refund all', 'refund'],
      ['Back', 'back'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(pressed).toBe(effect);
    }
  });

  test('shows the save bar and asks before unsaved changes are left', async () => {
    const { page, frame } = opened;
    const bar = page.getByRole('region', { name: 'Unsaved changes' });
    await frame.locator('body').evaluate(() => shopify.saveBar.show('save-bar'));
    await bar.getByRole('button', { name: 'Save' }).click();
    await expect.poll(pressed).toBe('save');

    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Queue' }).click();
    await expect.poll(() => asked).toEqual(['Leave without saving the changes?']);
    const stayed = frame.locator('body').evaluate(() => shopify.saveBar.leaveConfirmation());
    await expect(stayed).rejects.toThrow('the merchant stays on the page');
    expect(page.url()).toMatch(/\/app$/);

    await frame.locator('body').evaluate(() => shopify.saveBar.hide('save-bar'));
    await bar.waitFor({ state: 'hidden' });
    await frame.locator('body').evaluate(() => shopify.saveBar.leaveConfirmation());
  });

  test('shows the save bar for a form that asks for it', async () => {
    const { page, frame } = opened;
    const bar = page.getByRole('region', { name: 'Unsaved changes' });
    await frame.getByLabel('Name').fill('Lantern');
    await bar.getByRole('button', { name: 'Discard' }).click();
    await bar.waitFor({ state: 'hidden' });
    expect(await frame.getByLabel('Name').inputValue()).toBe('');

    await frame.getByLabel('Name').fill('Lantern');
    await bar.getByRole('button', { name: 'Save' }).click();
    await expect.poll(pressed).toBe('submit');
    await bar.waitFor({ state: 'hidden' });
  });

  test('opens a modal over the app', async () => {
    const { frame } = opened;
    await frame.locator('body').evaluate(() => shopify.modal.show('modal'));
    const dialog = frame.getByRole('dialog', { name: 'Sure?' });
    await frame.getByText('Is that so?').waitFor();
    await dialog.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(pressed).toBe('yes');
    await frame.locator('body').evaluate(() => shopify.modal.hide('modal'));
    await dialog.waitFor({ state: 'hidden' });
  });

  test("adds nothing to the app's own tree", async () => {
    const markup = await opened.frame
      .locator('html')
      .evaluate((root) =>
        [...root.querySelectorAll('*')].map(
          (element) => element.localName + String(element.attributes.length),
        ),
      );
    const original = await (await fetch(`${visit.app.origin}/app`)).text();
    const parsed = await opened.page.evaluate((source) => {
      const there = new DOMParser().parseFromString(source, 'text/html');
      return [...there.querySelectorAll('*')]
        .slice(1)
        .map((element) => element.localName + String(element.attributes.length));
    }, original);
    expect(markup).toEqual(parsed);
  });

  test('changes its language together with the app, which stays where it is', async () => {
    const { page, frame } = opened;
    await page.getByRole('link', { name: 'Queue' }).click();
    await page.waitForURL('**/app/queue');
    await page.getByLabel('Language').selectOption('zh-CN');
    await page.waitForURL('**/app/queue?locale=zh-CN');
    await page.getByRole('link', { name: '订单' }).waitFor();
    await frame.getByRole('heading', { name: 'Plain app at /app/queue' }).waitFor();
    expect(await frame.locator('body').evaluate(() => shopify.config.locale)).toBe('zh-CN');
    expect(visit.app.requests.at(-2)?.path).toContain('locale=zh-CN');
  });

  test('leads links of the shopify: scheme to its own pages', async () => {
    await opened.frame.getByRole('link', { name: 'All orders' }).click();
    await opened.page.waitForURL('**/store/demo/orders');
    await opened.page.getByRole('heading', { name: 'Orders' }).waitFor();
  });

  test('follows window.open out of the frame', async () => {
    const other = context.waitForEvent('page');
    await opened.frame
      .getByRole('heading')
      .first()
      .evaluate((heading) => {
        heading.addEventListener('click', () => window.open('shopify:admin/orders', '_blank'));
      });
    await opened.frame.getByRole('heading').first().click();
    await expect.poll(async () => (await other).url()).toMatch(/\/store\/demo\/orders$/);
  });

  test('brings a document that was asked for without a token back with one', async () => {
    const { page, frame } = opened;
    await frame.locator('body').evaluate(() => {
      location.href = `/bounce?shopify-reload=${encodeURIComponent(`${location.origin}/app/queue?x=1`)}`;
    });
    await page.waitForURL('**/apps/amends/app/queue?x=1');
    const path = visit.app.requests.find(({ path }) => path.startsWith('/app/queue?x=1'))?.path;
    const token = new URL(path ?? '', 'http://app').searchParams.get('id_token');
    expect(claimsOf(token ?? '')).toMatchObject({ dest: `https://${shop}` });
  });

  test('brings an app that was opened by itself into the admin', async () => {
    const host = btoa('admin.shopify.com/store/demo');
    await opened.page.goto(`${visit.simulator.appUrl}/app/queue?host=${host}&shop=${shop}`);
    await opened.frame.getByRole('heading', { name: 'Plain app at /app/queue' }).waitFor();
    expect(opened.page.url()).toContain(`${visit.simulator.adminOrigin}/store/demo/apps/`);
  });

  test("frames the app at Shopify's own address too", async () => {
    await answerForShopify(context, visit.simulator);
    const there = await openApp(context, 'https://admin.shopify.com/store/demo/apps/amends/app');
    const token = await there.frame.locator('body').evaluate(() => shopify.idToken());
    expect(claimsOf(token)).toMatchObject({ dest: `https://${shop}` });
    expect(there.complaints).toEqual([]);
  });
});

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
