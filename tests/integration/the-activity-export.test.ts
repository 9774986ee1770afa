import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditKinds } from '#app/domain/audit-event.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { shopDomain, startStage, testShop, type Stage } from '#tests/support/stage.ts';
import { writeTrail } from '#tests/support/trail.ts';

let stage: Stage;
const other = 'another-test.myshopify.com';
const events = 60_000;
const path = '/app/activity/export.csv';

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: other }] });
  await stage.install();
  await stage.install(other);
  // What is told in New York and not in UTC is a day of the shop.
  await stage.query(`update shop set timezone = 'America/New_York'`);
  for (const trail of [
    { shop: shopDomain, events },
    { shop: other, events: 20 },
  ]) {
    await writeTrail((sql, values) => stage.query(sql, values), trail);
  }
});
afterAll(async () => {
  await stage.close();
});

async function exported(search = '', shop = shopDomain): Promise<readonly (readonly string[])[]> {
  const response = await stage.fetch(`${path}${search}`, {}, shop);
  expect(response.status).toBe(200);
  // `text()` would swallow the mark that tells spreadsheets what this is.
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return readCsv(new TextDecoder().decode(bytes)).slice(1);
}

describe('the file', () => {
  test('has every row of the shop once, newest first, and none of another', async () => {
    const rows = await exported();
    expect(rows.length).toBe(events);
    const times = rows.map(([at = '']) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(times.every((at) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at))).toBe(true);
    const known = new Set<string>(auditKinds);
    expect(rows.filter(([, kind = '']) => !known.has(kind))).toEqual([]);
    const theirs = await exported('', other);
    expect(theirs.length).toBe(20);
    const suggestionsOf = (list: typeof rows) => new Set(list.map(([, , , , id]) => id));
    const shared = [...suggestionsOf(theirs)].filter((id) => id && suggestionsOf(rows).has(id));
    expect(shared).toEqual([]);
  });

  test('has exact money and ids', async () => {
    const [row] = await exported('?kind=refund-made');
    const [newest] = await stage.query<{ order_id: string; suggestion_id: string; at: Date }>(
      `select order_id, suggestion_id, at from audit_event
       where shop = $1 and kind = 'refund-made' order by at desc, id desc limit 1`,
      [shopDomain],
    );
    expect(row).toEqual([
      newest?.at.toISOString(),
      ...['refund-made', 'Refund made', newest?.order_id, newest?.suggestion_id, 'system'],
      '{"amount":{"amount":"90071992547409931.27","currencyCode":"USD"}}',
    ]);
  });

  test('speaks the reader’s language', async () => {
    const [row] = await exported('?kind=policy-changed&locale=zh-CN');
    expect(row?.slice(1, 3)).toEqual(['policy-changed', '更改设置']);
  });

  test.each([
    ['?kind=settings', 10],
    ['?actor=staff:2', 10],
    ['?actor=people&kind=decisions', 6000 - 1],
    // Itself, and those of five digits that begin so.
    ['?search=%231007', 50],
    ['?search=%2310071', 5],
    // Of the ten, one an hour from one o’clock UTC: at four o’clock the last day of October begins in New York.
    ['?to=2026-10-30', 3],
    ['?from=2026-10-31&kind=settings', 7],
    ['?kind=refund-missing', 0],
    ['?kind=moon&actor=&from=never', events],
  ])('keeps to the filters %s', async (search, count) => {
    expect((await exported(search)).length).toBe(count);
  });

  test('is for nobody without a session token', async () => {
    const response = await fetch(`${stage.simulator.appUrl}${path}`, { redirect: 'manual' });
    expect(response.status).not.toBe(200);
    expect(response.headers.get('Content-Type') ?? '').not.toContain('csv');
    expect(await response.text()).not.toContain('gid://');
  });

  test('that breaks off does not end as if it were whole', async () => {
    const response = await stage.fetch(path);
    const reader = response.body?.getReader();
    await reader?.read();
    await stage.query('alter table audit_event rename to audit_event_away');
    const toTheEnd = (async () => {
      while (reader && !(await reader.read()).done);
    })();
    await expect(toTheEnd).rejects.toThrow();
    await stage.query('alter table audit_event_away rename to audit_event');
    expect(stage.app.lastLines().join('\n')).toContain('an export broke off');
    expect((await exported('?kind=settings')).length).toBe(10);
  });

  test('that nobody reads on is given up', async () => {
    const response = await stage.fetch(path);
    await response.body?.cancel();
    expect((await exported('?kind=settings')).length).toBe(10);
  });
});
