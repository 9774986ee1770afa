import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '#tests/simulator/simulator.ts';
import { startSimulator } from '#tests/simulator/start-simulator.ts';
import { startPlainApp, type PlainApp } from './plain-app.ts';

const shop = 'demo.myshopify.com';

describe('the way into the app', () => {
  let simulator: Simulator;
  let app: PlainApp;

  beforeAll(async () => {
    simulator = await startSimulator({
      shops: [{ domain: shop, currency: 'USD', country: 'US', timezone: 'America/New_York' }],
    });
    app = await startPlainApp(simulator.apiKey);
  });

  afterAll(async () => {
    await app.close();
    await simulator.close();
  });

  const asBrowser = (path: string): Promise<Response> =>
    fetch(`${simulator.appUrl}${path}`, { headers: { accept: 'text/html' } });

  test('says so while the app is not up', async () => {
    const before = await asBrowser('/app');
    expect(before.status).toBe(502);
    expect(await before.text()).toContain('The app is not up');

    simulator.connectApp('http://127.0.0.1:1');
    const dead = await asBrowser('/app');
    expect(dead.status).toBe(502);
    expect(await dead.text()).toContain('http://127.0.0.1:1');

    simulator.connectApp(app.origin);
    expect((await asBrowser('/app')).status).toBe(200);
  });

  test("names the simulator's files in the place of Shopify's, wherever a browser looks", async () => {
    const page = await asBrowser(`/app?shop=${shop}`);
    const markup = await page.text();
    expect(markup).toContain(`src="${simulator.adminOrigin}/cdn/shopifycloud/app-bridge.js"`);
    expect(markup).not.toContain('cdn.shopify.com');
    expect(page.headers.get('link')).toContain(`<${simulator.adminOrigin}/cdn/shopifycloud/`);

    const script = await asBrowser('/script.js');
    const code = await script.text();
    expect(code).toContain(`'${simulator.adminOrigin}/cdn/shopifycloud/app-bridge.js'; // 你好`);
    expect(Number(script.headers.get('content-length'))).toBe(Buffer.byteLength(code));
    expect(script.headers.get('etag')).toBeNull();
  });

  test('lets the admin page frame the app, besides those that the app itself allows', async () => {
    const { headers } = await asBrowser(`/app?shop=${shop}`);
    expect(headers.get('content-security-policy')).toContain(
      `frame-ancestors https://${shop} https://admin.shopify.com ${simulator.adminOrigin}`,
    );
  });

  test('hands on what the app sends as soon as it sends it', async () => {
    const pieces: number[] = [];
    await new Promise<void>((settle, fail) => {
      get(`${simulator.appUrl}/slow`, (response) => {
        response.on('data', () => pieces.push(performance.now()));
        response.once('end', settle);
      }).once('error', fail);
    });
    expect((pieces.at(-1) ?? 0) - (pieces[0] ?? 0)).toBeGreaterThan(200);
  });

  test('hands on requests as they are: method, host, body', async () => {
    const body = 'amount=12.50&note=ü';
    await fetch(`${simulator.appUrl}/api?x=1`, { method: 'PUT', body });
    const request = app.requests.at(-1);
    expect(request).toMatchObject({ method: 'PUT', path: '/api?x=1', body });
    expect(request?.headers.host).toBe(new URL(simulator.appUrl).host);
    expect(request?.headers['accept-encoding']).toBe('identity');
  });

  test('leads redirects to the Shopify admin to the simulated one', async () => {
    const response = await fetch(`${simulator.appUrl}/to-admin`, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`${simulator.adminOrigin}/store/demo/apps/x`);
  });

  test('says which port is in use', async () => {
    const taken = Number(new URL(simulator.appUrl).port);
    await expect(startSimulator({ shops: [], frontPort: taken })).rejects.toThrow(
      `port ${taken} is in use`,
    );
  });
});

test('the fonts that Polaris asks for are answered', async () => {
  const simulator = await startSimulator({ shops: [] });
  const response = await fetch(`${simulator.adminOrigin}/cdn/static/fonts/inter/v4/styles.css`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/css');
  await simulator.close();
});
