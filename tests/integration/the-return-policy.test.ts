import { Prisma } from '#generated/prisma/client.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { readMarkets } from '#app/db/read-markets.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { instantAt } from '#app/domain/time.ts';
import { daysBefore } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const other = 'other-test.myshopify.com';
const shop = parseShopDomain(shopDomain) as ShopDomain;
const scope = 'write_legal_policies';
let stage: Stage;
let db: Database;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: other }] });
  await stage.install();
  await stage.install(other);
  db = await openDatabase(stage.databaseUrl, () => undefined);
});
afterAll(async () => {
  await db.close();
  await stage.close();
});
beforeEach(async () => {
  const { api } = stage.simulator;
  Object.assign(api.faults, { down: false, dropPolicyAnswers: 0 });
  api.grantScopes(shopDomain, [scope]);
  api.writePolicy(shopDomain, 'REFUND_POLICY', '<p>Ours of old</p>');
  await stage.query('delete from order_record');
  await setReturns({});
});

/** A policy of its own, as version 1. */
async function setReturns(returns: object): Promise<void> {
  await stage.query('update shop set policy = $1, policy_version = 1', [{ returns }]);
}

async function sell(country: string, daysAgo = 10, owner = shopDomain, more = {}): Promise<void> {
  const facts = {
    destinationCountry: country,
    createdAt: daysBefore(daysAgo),
    test: false,
    ...more,
  };
  await stage.query(
    `insert into order_record (shop, order_id, name, facts, assessment, read_at)
     values ($1, gen_random_uuid(), '#1', $2, '{}', now())`,
    [owner, facts],
  );
}

interface Published {
  readonly outcome: string;
  readonly policy?: { readonly body: string; readonly updatedAt: string } | null;
}

async function read(): Promise<Published> {
  const response = await stage.fetch('/app/settings/return-policy/published');
  return (await response.json()) as Published;
}

async function publish(fields: Record<string, string> = {}): Promise<unknown> {
  const { policy } = await read();
  const body = new URLSearchParams({
    ...{ language: 'en', version: '1', replaces: policy?.updatedAt ?? '', agreed: '' },
    ...fields,
  });
  const path = '/app/settings/return-policy/published';
  return (await stage.fetch(path, { method: 'POST', body })).json();
}

const standing = () => stage.simulator.api.policy(shopDomain, 'REFUND_POLICY');
const trail = () =>
  stage.query<{ actor: string; params: unknown }>(
    `select actor, params from audit_event where kind = 'policy-published' order by id`,
  );

describe('the markets', () => {
  const markets = (own: string | null) =>
    readMarkets(db.prisma, shop, { ownCountry: own, now: instantAt(Date.now()) });

  test("are the shop's own country and those of its orders of a year", async () => {
    await sell('FR');
    await sell('DE', 364);
    await sell('DE', 3);
    await sell('GB', 366);
    await sell('KR', 10, other);
    await sell('AU', 10, shopDomain, { test: true });
    await sell('', 10, shopDomain, { destinationCountry: null });
    expect(await markets('US')).toEqual([
      { regime: 'eu', countries: ['DE', 'FR'] },
      { regime: 'us', countries: ['US'] },
    ]);
    expect(await markets(null)).toEqual([{ regime: 'eu', countries: ['DE', 'FR'] }]);
  });

  test('cost a few looks into an index, whatever the number of orders', async () => {
    await stage.query(
      `insert into order_record (shop, order_id, name, facts, assessment, read_at)
       select $1, n::text, '#1', jsonb_build_object('destinationCountry', (array['US','DE','JP'])[1 + n % 3],
         'createdAt', $2::text, 'test', false), '{}', now() from generate_series(1, 20000) n`,
      [shopDomain, daysBefore(5)],
    );
    await stage.query('analyze order_record');
    expect(await markets('US')).toHaveLength(3);
    const plan = await db.prisma.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`
      explain select facts->>'destinationCountry' from order_record
      where shop = ${shop} and facts->>'destinationCountry' > 'DE' order by 1 limit 1`);
    expect(JSON.stringify(plan)).toContain('order_record_markets');
  });
});

describe('the page', () => {
  test('says to buyers what is set, and to the merchant what the law says', async () => {
    await sell('DE');
    await setReturns({ windowDays: 9 });
    const html = await (await stage.fetch('/app/settings/return-policy?locale=en')).text();
    expect(html).toContain('Tell us within 9 days of delivery.');
    expect(html).toContain('Your return window is 9 days; buyers there may withdraw for 14.');
    expect(html).toContain('You can withdraw from the purchase within 14 days');
  });
});

describe('publishing', () => {
  test("replaces the shop's refund policy, and is written down", async () => {
    await sell('DE');
    expect(await read()).toMatchObject({ policy: { body: '<p>Ours of old</p>' } });
    expect(await publish({ language: 'de' })).toEqual({ outcome: 'published' });
    expect(standing()).toContain('<h2>Rückgabefrist</h2>');
    expect(standing()).toContain('innerhalb von 14 Tagen nach Erhalt der Ware');
    expect(await trail()).toEqual([
      { actor: expect.stringMatching(/^staff:/) as string, params: { language: 'de' } },
    ]);
    // Of this shop alone.
    expect(stage.simulator.api.policy(other, 'REFUND_POLICY')).toBeNull();
  });

  test('does nothing when the text that stands there, or the settings, are not those that were seen', async () => {
    const before = await read();
    stage.simulator.api.writePolicy(shopDomain, 'REFUND_POLICY', '<p>Somebody else</p>');
    const replaces = before.policy?.updatedAt ?? '';
    expect(await publish({ replaces })).toEqual({ outcome: 'stale' });
    expect(await publish({ replaces: '' })).toEqual({ outcome: 'stale' });
    expect(await publish({ version: '0' })).toEqual({ outcome: 'stale' });
    expect(standing()).toBe('<p>Somebody else</p>');
  });

  test('goes against the law of a market only where the merchant agreed to exactly that', async () => {
    await sell('DE');
    await setReturns({ windowDays: 9 });
    const count = (await trail()).length;
    expect(await publish()).toEqual({ outcome: 'contrary' });
    expect(await publish({ agreed: 'window-too-short.eu.10.14' })).toEqual({ outcome: 'contrary' });
    expect(standing()).toBe('<p>Ours of old</p>');
    const agreed = 'window-too-short.eu.9.14';
    expect(await publish({ agreed })).toEqual({ outcome: 'published' });
    expect((await trail()).slice(count).map(({ params }) => params)).toEqual([
      { language: 'en', conflicts: agreed },
    ]);
  });

  test('without the scope says so, and goes on once it is granted', async () => {
    const { api } = stage.simulator;
    api.grantScopes(shopDomain, [], [scope]);
    expect(await read()).toEqual({ outcome: 'no-access' });
    expect(await publish()).toEqual({ outcome: 'no-access' });
    api.grantScopes(shopDomain, [scope]);
    await waitUntil(async () => {
      const [session] = await stage.query<{ scope: string }>(
        'select scope from session where shop = $1',
        [shopDomain],
      );
      return session?.scope.includes(scope) ?? false;
    }, 'the app to hear of the scope');
    expect(await publish()).toEqual({ outcome: 'published' });
  });

  test('says that Shopify is down, and wrote nothing', async () => {
    const count = (await trail()).length;
    stage.simulator.api.faults.down = true;
    expect(await read()).toEqual({ outcome: 'unreachable' });
    expect(await publish()).toEqual({ outcome: 'unreachable' });
    expect(await trail()).toHaveLength(count);
  });

  test('finds out by itself whether a text was written whose answer was lost', async () => {
    const count = (await trail()).length;
    stage.simulator.api.faults.dropPolicyAnswers = 1;
    expect(await publish()).toEqual({ outcome: 'published' });
    expect(standing()).toContain('<h2>');
    expect(await trail()).toHaveLength(count + 1);
  });

  test.each([{ language: 'it' }, { version: 'x' }, { agreed: 'x'.repeat(3000) }])(
    'does nothing for a form that is not ours: %o',
    async (fields) => {
      expect(await publish(fields)).toEqual({ outcome: 'unreadable' });
      expect(standing()).toBe('<p>Ours of old</p>');
    },
  );
});
