import { createHmac, randomUUID } from 'node:crypto';
import { refusedUnless, type Attack, type Try } from './attack.ts';
import { victim, type World } from './world.ts';

function sign(body: string, secret: string, algorithm = 'sha256'): string {
  return createHmac(algorithm, secret).update(body).digest('base64');
}

function headersFor(signature: string | null, changes: Readonly<Record<string, string>> = {}) {
  return {
    'Content-Type': 'application/json',
    'X-Shopify-Topic': 'orders/updated',
    'X-Shopify-Shop-Domain': victim,
    'X-Shopify-Webhook-Id': randomUUID(),
    'X-Shopify-API-Version': '2026-10',
    ...(signature === null ? {} : { 'X-Shopify-Hmac-Sha256': signature }),
    ...changes,
  };
}

async function stored({ stage }: World): Promise<number> {
  const [row] = await stage.query<{ n: number }>('select count(*)::int as n from inbox_delivery');
  return row?.n ?? 0;
}

const forged: Attack = {
  attack: 'a forged webhook',
  async make(world) {
    const { apiSecret } = world.stage.simulator;
    const body = JSON.stringify({ id: 1, admin_graphql_api_id: 'gid://shopify/Order/1' });
    const right = sign(body, apiSecret);
    const signatures: Readonly<Record<string, string | null>> = {
      'no signature': null,
      'an empty one': '',
      'one by another secret': sign(body, 'guessed'),
      'one of another body': sign('{}', apiSecret),
      'a shortened one': right.slice(0, 20),
      'one in hex': Buffer.from(right, 'base64').toString('hex'),
      'one by SHA-1': sign(body, apiSecret, 'sha1'),
      'two in one': `${right}, ${right}`,
    };
    const tries: Try[] = [];
    for (const [tried, signature] of Object.entries(signatures)) {
      const before = await stored(world);
      const headers = headersFor(signature);
      const { status } = await world.ask('/webhooks', { method: 'POST', headers, body });
      const isStored = (await stored(world)) !== before;
      const isRefused = !isStored && (status === 400 || status === 401);
      tries.push(refusedUnless(tried, status, isRefused ? false : 'taken'));
    }
    return tries;
  },
};

const replayed: Attack = {
  attack: 'a webhook sent again, or under another name',
  async make(world) {
    const { stage } = world;
    const { api, apiSecret } = stage.simulator;
    const payload = api.payloadOf(victim, 'orders/updated', world.suggestion.order_id);
    const body = JSON.stringify(payload);
    const signature = sign(body, apiSecret);
    const before = await stored(world);
    const again = headersFor(signature);
    for (let time = 0; time < 20; time += 1) {
      await world.ask('/webhooks', { method: 'POST', headers: again, body });
    }
    const more = (await stored(world)) - before;
    const tries = [
      refusedUnless('the same 20 times', `stored ${more} times`, more !== 1 && 'more than once'),
    ];
    for (const topic of ['shop/redact', 'app/uninstalled', 'customers/redact']) {
      const headers = headersFor(signature, { 'X-Shopify-Topic': topic });
      const { status } = await world.ask('/webhooks', { method: 'POST', headers, body });
      await stage.drained();
      const [row] = await stage.query<{ error: string | null }>(
        'select error from inbox_delivery where webhook_id = $1',
        [headers['X-Shopify-Webhook-Id']],
      );
      const isDead = row?.error?.includes('does not name the shop') === true;
      tries.push(refusedUnless(`an order's body as ${topic}`, status, !isDead && 'believed'));
    }
    return tries;
  },
};

export const webhookAttacks: readonly Attack[] = [forged, replayed];
