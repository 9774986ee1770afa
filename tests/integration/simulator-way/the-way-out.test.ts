import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEgressProxy } from '#tests/simulator/egress-proxy.ts';
import type { Simulator } from '#tests/simulator/simulator.ts';
import { startSimulator } from '#tests/simulator/start-simulator.ts';
import { listen } from '#tests/simulator/way/listen.ts';
import { runAsApp } from './run-as-app.ts';

const shop = 'demo.myshopify.com';

describe('the way out of the app', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await startSimulator({
      shops: [{ domain: shop, currency: 'USD', country: 'US', timezone: 'America/New_York' }],
    });
  });

  afterAll(async () => {
    await simulator.close();
  });

  test('leads to the shop that the URL names', async () => {
    const body = {
      client_id: simulator.apiKey,
      client_secret: simulator.apiSecret,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: simulator.api.sessionToken(shop),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    };
    const answer = await runAsApp(
      simulator.appEnvironment,
      `const response = await fetch('https://${shop}/admin/oauth/access_token', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: ${JSON.stringify(JSON.stringify(body))},
      });
      console.log(JSON.stringify({ status: response.status, keys: Object.keys(await response.json()) }));`,
    );
    expect(answer).toMatchObject({ status: 200 });
    expect(JSON.stringify(answer)).toContain('access_token');
    expect(simulator.refusedCalls()).toEqual([]);
  });

  test('knows no shop that was not set up', async () => {
    const status = await runAsApp(
      simulator.appEnvironment,
      `const { status } = await fetch('https://nobody.myshopify.com/admin/oauth/access_token', { method: 'POST' });
      console.log(status);`,
    );
    expect(status).toBe(404);
  });

  test('leads nowhere else, and remembers who was asked for', async () => {
    const outcomes = await runAsApp(
      simulator.appEnvironment,
      `const urls = ['https://example.com/', 'http://example.com/', 'https://${shop}.example.com/', 'https://${shop}:8443/'];
      const outcomes = [];
      for (const url of urls) outcomes.push(await fetch(url).then(({ status }) => status, () => 'refused'));
      console.log(JSON.stringify(outcomes));`,
    );
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
    expect(simulator.refusedCalls().map(({ target }) => target)).toEqual([
      'example.com:443',
      'example.com:80',
      `${shop}.example.com:443`,
      `${shop}:8443`,
    ]);
  });
});

test('a connection that Shopify cuts is cut for the app, and a long answer arrives whole', async () => {
  const length = 5_000_000;
  const shopify = createServer((request, response) => {
    if (request.url === '/cut') request.socket.destroy();
    else response.writeHead(200, { connection: 'close' }).end('x'.repeat(length));
  });
  const { port, close } = await listen(shopify, 0);
  const egress = await openEgressProxy(`http://127.0.0.1:${port}`);
  try {
    const outcomes = await runAsApp(
      egress.environment,
      `const get = (path) => fetch('https://${shop}' + path);
      const cut = await get('/cut').then(() => 'answered', () => 'cut');
      const long = await Promise.all(Array.from({ length: 5 }, async () => (await (await get('/long')).text()).length));
      console.log(JSON.stringify({ cut, long }));`,
    );
    expect(outcomes).toEqual({ cut: 'cut', long: Array.from({ length: 5 }, () => length) });
  } finally {
    await egress.close();
    await close();
  }
});
