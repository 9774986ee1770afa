import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Simulator } from '#tests/simulator/simulator.ts';
import { startSimulator } from '#tests/simulator/start-simulator.ts';

const shop = 'demo.myshopify.com';
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({
    shops: [{ domain: shop, currency: 'USD', country: 'US', timezone: 'America/New_York' }],
  });
});

afterAll(async () => {
  await simulator.close();
});

/** Runs a script in a process that has the app's environment and nothing else. */
async function runAsApp(script: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    { env: { ...simulator.appEnvironment, PATH: process.env['PATH'] } },
  );
  return JSON.parse(stdout);
}

describe('the way out of the app', () => {
  test('leads to the simulated Shopify of the shop that the URL names', async () => {
    const token = simulator.api.sessionToken(shop);
    const answer = await runAsApp(`
      const response = await fetch('https://${shop}/admin/oauth/access_token', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          client_id: process.env.SHOPIFY_API_KEY,
          client_secret: process.env.SHOPIFY_API_SECRET,
          grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
          subject_token: ${JSON.stringify(token)},
          subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
          requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
          expiring: '1',
        }),
      });
      console.log(JSON.stringify({ status: response.status, body: await response.json() }));
    `);
    expect(answer).toMatchObject({ status: 200, body: { access_token: expect.any(String) } });
    expect(simulator.refusedCalls()).toEqual([]);
  });

  test('answers for a shop that does not exist as Shopify does', async () => {
    expect(
      await runAsApp(`
        const { status } = await fetch('https://nobody.myshopify.com/admin/oauth/access_token', { method: 'POST' });
        console.log(status);
      `),
    ).toBe(404);
  });

  test('cuts the connection of the app where Shopify cuts it', async () => {
    simulator.api.faults.down = false;
    expect(
      await runAsApp(`
        import { connect } from 'node:net';
        const bodies = await Promise.all(
          Array.from({ length: 20 }, async () => (await fetch('https://${shop}/none')).status),
        );
        console.log(JSON.stringify(bodies));
      `),
    ).toEqual(Array.from({ length: 20 }, () => 404));
  });

  test('leads nowhere else, and remembers who was asked for', async () => {
    const failed = await runAsApp(`
      const outcomes = [];
      for (const url of ['https://example.com/', 'http://example.com/plain', 'https://myshopify.com.example.com/', 'https://${shop}:8443/']) {
        outcomes.push(await fetch(url).then(({ status }) => status, () => 'refused'));
      }
      console.log(JSON.stringify(outcomes));
    `);
    expect(failed).toEqual(['refused', 403, 'refused', 'refused']);
    expect(simulator.refusedCalls().map(({ target }) => target)).toEqual([
      'example.com:443',
      'http://example.com/plain',
      'myshopify.com.example.com:443',
      `${shop}:8443`,
    ]);
  });
});
