import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { addDays, instantAt } from '#app/domain/time.ts';
import { setHold, suggestionsOf } from '#tests/support/decide.ts';
import { usd } from '#tests/support/order-facts.ts';
import { fillOverview } from '#tests/support/overview-shop.ts';
import { addRow } from '#tests/support/overview-rows.ts';
import { shopDomain, startStage, testShop, type Stage } from '#tests/support/stage.ts';
import { wordsIn } from '#tests/support/words.ts';

const other = 'other-test.myshopify.com';
const shop = parseShopDomain(shopDomain) as ShopDomain;
const now = instantAt(Date.now());
let stage: Stage;
let db: Database;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: other }] });
  await stage.install();
  await stage.install(other);
  db = await openDatabase(stage.databaseUrl, () => undefined);
  await fillOverview(db.prisma, shop, now);
});
afterAll(async () => {
  await db.close();
  await stage.close();
});

async function read(path: string, at = shopDomain): Promise<string> {
  const response = await stage.fetch(path, {}, at);
  expect(response.status).toBe(200);
  return response.text();
}

describe('the page', () => {
  test.each([
    '',
    '?days=7',
    '?days=90',
    '?from=2026-01-01&to=2026-12-31',
    '?days=x',
    '?from=0000-01-01&to=9999-12-31',
  ])('comes whatever the period says: %s', async (search) => {
    const page = await read(`/app/overview${search}`);
    expect(page).toContain(wordsIn('en').t('overview.due.title'));
    expect(page).toContain('<svg');
  });

  test('of another shop has nothing of it', async () => {
    const page = await read('/app/overview', other);
    expect(page).toContain(wordsIn('en').t('overview.empty.title'));
    expect(page).not.toContain('YunExpress');
  });
});

describe('the file', () => {
  const path = '/app/overview/export?days=90&locale=en';

  test('is what a spreadsheet reads, and of this shop alone', async () => {
    const response = await stage.fetch(path);
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('Content-Disposition')).toMatch(
      /^attachment; filename="amends-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv"$/,
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder().decode(bytes).split('\r\n');
    // The head, and what is after the last line's end.
    expect(rows.length).toBe((await suggestionsOf(stage)).length + 2);
    expect(rows[0]).toMatch(/^Order,Suggested \(America\/New_York\),Status,/);
    expect((await read(path, other)).split('\r\n').length).toBe(2);
  });

  test('has the words of the language that is asked for', async () => {
    const file = await read('/app/overview/export?locale=zh-CN');
    expect(file).toContain(wordsIn('zh-CN').t('overview.export.dismissed'));
    expect(file).toContain(wordsIn('zh-CN').t('ground.silent-parcel'));
  });

  test('runs nothing that an order is called', async () => {
    const id = await addRow(db.prisma, { shop, openedAt: addDays(now, -1), amount: usd('1.00') });
    const name = '=HYPERLINK("https://evil.example")';
    await stage.query('update suggestion set order_name = $1 where id = $2', [name, id]);
    expect(await read(path)).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  });

  test('is not given without a session', async () => {
    const response = await fetch(`${stage.simulator.appUrl}${path}`, { redirect: 'manual' });
    expect(response.status).not.toBe(200);
    expect(await response.text()).not.toContain('USD');
  });
});

describe('the set-up guide', () => {
  const title = wordsIn('en').t('overview.guide.policy.title');

  function wish(what: string, at = shopDomain): Promise<Response> {
    const body = new URLSearchParams({ wish: what });
    return stage.fetch('/app/overview/guide', { method: 'POST', body }, at);
  }

  test('is put away by one shop for itself, and brought back', async () => {
    expect(await read('/app/overview')).toContain(title);
    expect(await (await wish('hide')).json()).toEqual({ outcome: 'done' });
    expect(await read('/app/overview')).not.toContain(title);
    expect(await read('/app/overview', other)).toContain(title);
    await wish('show');
    expect(await read('/app/overview')).toContain(title);
  });

  test('does nothing for a wish that is none', async () => {
    expect((await wish('burn')).status).toBe(400);
    expect(await read('/app/overview')).toContain(title);
  });

  test('is over when the policy was looked through and something was decided', async () => {
    await setHold(stage, 10);
    await stage.query('update shop set policy_version = 1');
    expect(await read('/app/overview')).not.toContain(wordsIn('en').t('overview.guide.title'));
    // There, nothing was decided.
    expect(await read('/app/overview', other)).toContain(title);
  });
});
