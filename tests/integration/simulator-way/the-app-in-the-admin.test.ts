import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerForShopify } from '#tests/simulator/browser.ts';
import { demoShop, openApp, startVisit, type OpenPage, type Visit } from './admin-visit.ts';

const shop = demoShop.domain;

describe('the app in the admin', () => {
  let visit: Visit;
  let context: BrowserContext;
  let opened: OpenPage;
  /** What the browser says of an answer that the test provokes. */
  let provoked: readonly string[];

  beforeAll(async () => {
    visit = await startVisit();
  });
  afterAll(async () => {
    await visit.close();
  });
  beforeEach(async () => {
    provoked = [];
    context = await visit.browser.newContext();
    opened = await openApp(context, visit.simulator.adminUrl(shop));
  });
  afterEach(async () => {
    await context.close();
    expect(opened.complaints).toEqual(provoked);
  });

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

  test('is let in by its own clock after the one of Shopify was moved', async () => {
    visit.simulator.api.clock.advance(10 * 86_400_000);
    const token = await opened.frame.locator('body').evaluate(() => shopify.idToken());
    const { nbf, exp } = claimsOf(token) as { readonly nbf: number; readonly exp: number };
    expect(nbf).toBeLessThanOrEqual(Date.now() / 1000);
    expect(exp).toBeGreaterThan(Date.now() / 1000);
  });
});

function claimsOf(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}
