import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { startEmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { openAsMerchant } from '#tests/support/open-as-merchant.ts';
import { createOwnDatabase, freshName } from '#tests/support/own-database.ts';
import { restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, testShop, waitUntil } from '#tests/support/stage.ts';
import { startSimulator } from '#tests/simulator/start-simulator.ts';

test('what `shopify app dev` starts answers pages and webhooks on one port, and ends when told to', async () => {
  const server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  const database = await createOwnDatabase(server.url, freshName('dev'));
  const simulator = await startSimulator({ shops: [testShop] });
  const { SHOPIFY_APP_URL, ...rest } = simulator.appEnvironment;
  const app = spawn(process.execPath, ['server.ts', '--dev'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'development',
      ...rest,
      // The command line tool names the tunnel so, and sets HOST to its URL.
      APP_URL: SHOPIFY_APP_URL,
      HOST: SHOPIFY_APP_URL,
      PORT: '0',
      DATABASE_URL: database.url,
      TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
  });
  try {
    simulator.connectApp(`http://127.0.0.1:${await listeningPort(app.stdout)}`);
    await openAsMerchant(simulator, shopDomain);
    const { api } = simulator;
    const loaded = api.loadOrder(shopDomain, restOrder());
    if (loaded.outcome === 'rejected') throw new Error(loaded.reason);
    const topic = 'orders/create';
    const body = api.payloadOf(shopDomain, topic, loaded.orderId);
    expect((await api.deliver({ shop: shopDomain, topic, body })).status).toBe(200);
    const looked = () => api.calls().some(({ operation }) => operation === 'ReadOrderFacts');
    await waitUntil(looked, 'the look');
    app.kill('SIGTERM');
    expect(await once(app, 'exit')).toEqual([0, null]);
  } finally {
    app.kill('SIGKILL');
    await simulator.close();
    await database.drop();
    await server.stop();
  }
});

async function listeningPort(output: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: output })) {
    if (!line.startsWith('{') || !line.includes('"listening"')) continue;
    return (JSON.parse(line) as { port: number }).port;
  }
  throw new Error('the development server ended before it listened');
}
