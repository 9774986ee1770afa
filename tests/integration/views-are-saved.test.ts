import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shopDomain, startStage, testShop, type Stage } from '#tests/support/stage.ts';

const otherShop = 'other-test.myshopify.com';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: otherShop }] });
  await stage.install();
  await stage.install(otherShop);
});
afterAll(async () => {
  await stage.close();
});
beforeEach(() => stage.query('delete from saved_view'));

async function change(fields: Readonly<Record<string, string>>, shop = shopDomain) {
  const body = new URLSearchParams(fields);
  const response = await stage.fetch('/app/views', { method: 'POST', body }, shop);
  return ((await response.json()) as { outcome: string }).outcome;
}

function save(name: string, params = 'country=DE', shop = shopDomain) {
  return change({ intent: 'save', name, params }, shop);
}

function views() {
  return stage.query<{ id: string; shop: string; name: string; params: string }>(
    'select * from saved_view order by name_key',
  );
}

async function onlyView() {
  const [only, ...more] = await views();
  if (!only || more.length > 0) throw new Error(`${more.length} more views`);
  return only;
}

describe('a view', () => {
  test('keeps what the queue understands, and nothing else', async () => {
    const params = 'tab=waiting&carrier=UPS&currency=EUR&from=10&sort=amount&after=abc&me=you';
    expect(await save('  Late in Germany ', params)).toBe('saved');
    expect(await onlyView()).toEqual({
      id: expect.any(String) as string,
      shop: shopDomain,
      name: 'Late in Germany',
      name_key: 'late in germany',
      params: 'tab=waiting&carrier=UPS&currency=EUR&from=10.00&sort=amount',
    });
  });

  test('is on the queue’s page', async () => {
    await save('Late in Germany');
    const page = await (await stage.fetch('/app')).text();
    expect(page).toContain('Late in Germany');
    expect(await (await stage.fetch('/app', {}, otherShop)).text()).not.toContain(
      'Late in Germany',
    );
  });

  test('has a name of its own, capitals or not', async () => {
    expect(await save('Germany')).toBe('saved');
    expect(await save('GERMANY')).toBe('name-taken');
    expect(await save('Germany', '', otherShop)).toBe('saved');
  });

  test.each(['', '  ', 'x'.repeat(41)])('is not called "%s"', async (name) => {
    expect(await save(name)).toBe('wrong-name');
    expect(await views()).toEqual([]);
  });

  test('is renamed, to the same in capitals too, and deleted', async () => {
    await save('Germany');
    await save('France');
    const [france, germany] = await views();
    const id = germany?.id ?? '';
    expect(await change({ intent: 'rename', id, name: 'france' })).toBe('name-taken');
    expect(await change({ intent: 'rename', id, name: 'GERMANY' })).toBe('renamed');
    expect(await change({ intent: 'delete', id: france?.id ?? '' })).toBe('deleted');
    expect((await onlyView()).name).toBe('GERMANY');
    expect(await change({ intent: 'delete', id: france?.id ?? '' })).toBe('gone');
    expect(await change({ intent: 'rename', id: france?.id ?? '', name: 'x' })).toBe('gone');
  });

  test('of another shop is not there', async () => {
    await save('Germany');
    const { id } = await onlyView();
    expect(await change({ intent: 'rename', id, name: 'Mine' }, otherShop)).toBe('gone');
    expect(await change({ intent: 'delete', id }, otherShop)).toBe('gone');
    expect((await onlyView()).name).toBe('Germany');
  });
});

test('a shop keeps twenty views and no more, whoever saves at the same moment', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 24 }, (_, index) => save(`View ${index}`)),
  );
  expect(outcomes.filter((outcome) => outcome === 'saved').length).toBe(20);
  expect(outcomes.filter((outcome) => outcome === 'too-many').length).toBe(4);
  expect((await views()).length).toBe(20);
});

test.each([
  { intent: 'burn', id: '1' },
  { intent: 'save', name: 'a' },
])('%o is not understood', async (fields) => {
  expect(await change(fields as unknown as Record<string, string>)).toBe('unreadable');
});
