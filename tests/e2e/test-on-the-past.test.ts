import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { settingLabelKey } from '#app/ui/setting-words.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { daysBefore, restOrder } from '#tests/support/rest-order.ts';
import { testShop } from '#tests/support/stage.ts';

/** Each way has a shop whose past nobody read yet. */
const shops = ways.map((_, place) => ({ ...testShop, domain: `past-${place}.myshopify.com` }));
const path = '/app/back-test';
const setting = 'grounds.late-dispatch.shipWithinDays';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene({ shops: [testShop, ...shops] });
  for (const { domain } of shops) {
    await scene.stage.install(domain);
    fillPast(scene, domain);
  }
});
afterAll(async () => {
  await scene.close();
});

/** Six that never left and were paid back, three that left late and came, three that came in time. */
function fillPast({ stage }: AdminScene, shop: string): void {
  const { api } = stage.simulator;
  const place = () => {
    const at = daysBefore(58);
    const loaded = api.loadOrder(
      shop,
      restOrder({ created_at: at, updated_at: at, processed_at: at }),
    );
    if (loaded.outcome !== 'loaded') throw new Error(loaded.reason);
    return loaded.orderId;
  };
  for (let count = 0; count < 6; count += 1) api.refundElsewhere(shop, place(), '45.00');
  for (const [sent, came] of [
    [46.8, 46],
    [46.8, 46],
    [46.8, 46],
    [57, 52],
    [57, 52],
    [57, 52],
  ] as const) {
    const parcel = api.addFulfillment(shop, place(), {
      trackingCompany: 'UPS',
      trackingNumber: '1Z2',
      createdAt: daysBefore(sent),
    });
    api.addScan(shop, parcel, { status: 'IN_TRANSIT', happenedAt: daysBefore(sent - 0.2) });
    api.addScan(shop, parcel, { status: 'DELIVERED', happenedAt: daysBefore(came) });
  }
}

test.each(ways.map((way, place) => ({ ...way, place })))(
  'the past is read, judged, held against another policy, and that is adopted: $language at $width',
  async ({ place, ...way }) => {
    const shop = shops[place]?.domain ?? '';
    const { stage } = scene;
    await inAdmin(scene, { ...way, shop, path }, async (admin) => {
      const { app, page, words, cardOf, look } = admin;
      const { t } = words;
      await cardOf(t('back-test.history.title'))
        .getByText(t('back-test.history.empty', { days: 60 }))
        .waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('back-test-empty');

      await app.getByRole('button', { name: t('back-test.history.read') }).click();
      const run = app.getByRole('button', { name: t('back-test.run.button') });
      await run.click();
      const result = cardOf(t('back-test.result.title'));
      await result.getByText(t('back-test.measure.precision')).waitFor();
      await cardOf(t('back-test.orders.title'))
        .getByText(t('back-test.came.right'))
        .first()
        .waitFor();
      await page.waitForTimeout(500);
      expect(await findBarriers(app)).toEqual([]);
      await look('back-test-result');

      await app.getByLabel(t('back-test.run.setting')).selectOption(setting);
      const value = app.getByLabel(t('back-test.run.value', { now: '7' }));
      await value.fill('13');
      await run.click();
      const name = t(`policy.${settingLabelKey(setting)}.label`);
      await result
        .getByText(new RegExp(`${escaped(name)}.*13`))
        .first()
        .waitFor();
      await app
        .getByRole('link', { name: t('back-test.list.compare') })
        .first()
        .click();
      await cardOf(t('back-test.difference.title'))
        .getByText(t('back-test.difference.figure'))
        .first()
        .waitFor({ state: 'attached' });
      expect(await findBarriers(app)).toEqual([]);
      await look('back-test-compared');

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        app.getByRole('button', { name: t('back-test.orders.export') }).click(),
      ]);
      const file = await readFile(await download.path(), 'utf8');
      expect(file.trim().split('\n').length).toBeGreaterThan(6);

      await app.getByRole('button', { name: t('back-test.adopt.button') }).click();
      await app
        .getByRole('button', { name: t('back-test.adopt.button') })
        .waitFor({ state: 'detached' });
      const [kept] = await stage.query<{ policy: { grounds: Record<string, unknown> } }>(
        'select policy from shop where domain = $1',
        [shop],
      );
      expect(kept?.policy.grounds['late-dispatch']).toEqual({ shipWithinDays: 13 });
    });
  },
);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
