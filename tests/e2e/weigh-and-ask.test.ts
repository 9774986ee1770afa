import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { load, setHold, suggested, suggestionsOf } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { daysBefore, restOrder, silentOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, 60);
});
afterAll(async () => {
  await scene.close();
});

describe.each(ways)('in $language at $width', (way) => {
  test('a silent parcel is asked for, and the answer turns the suggestion', async () => {
    const { stage } = scene;
    const name = orderNameFor(way);
    const { order, scannedAt } = silentOrder();
    const suggestion = await suggested(stage, { ...order, name }, (orderId) => {
      const { api } = stage.simulator;
      const parcel = api.addFulfillment(shopDomain, orderId, {
        trackingCompany: 'UPS',
        trackingNumber: '1Z0001',
        createdAt: daysBefore(25),
      });
      api.addScan(shopDomain, parcel, {
        status: 'IN_TRANSIT',
        happenedAt: scannedAt,
        country: 'US',
      });
    });
    await waitUntil(
      async () => (await suggestionsOf(stage, suggestion.order_id))[0]?.ground === 'silent-parcel',
      'its silence',
    );
    const path = `/app/suggestions/${suggestion.id}`;
    await inAdmin(scene, { ...way, path }, async ({ app, words, cardOf, look }) => {
      const { t } = words;
      await app.getByRole('heading', { level: 1, name }).waitFor();
      const options = await cardOf(t('options.title')).innerText();
      for (const option of [
        'option.contact-carrier',
        'option.wait',
        'option.refund',
        'option.reship',
      ]) {
        expect(options).toContain(t(option));
      }
      const card = cardOf(t('inquiry.title'));
      const message = card.getByRole('textbox', { name: t('inquiry.message') });
      expect(await message.inputValue()).toContain('1Z0001');
      const other = way.language === 'en' ? 'zh-CN' : 'en';
      await card.getByRole('combobox', { name: t('inquiry.language') }).selectOption(other);
      await waitUntil(
        async () => (await message.inputValue()).includes(other === 'en' ? 'Thank you' : '谢谢'),
        'the message in the other language',
      );
      expect(await findBarriers(app)).toEqual([]);
      await look('ask-the-carrier');
      await card.getByRole('combobox', { name: t('inquiry.answer') }).selectOption('lost');
      await card.getByRole('button', { name: t('inquiry.record') }).click();
      await card.getByText(t('inquiry.result.recorded')).waitFor();
      await app.getByText(t('ground.lost'), { exact: true }).first().waitFor();
    });
  });

  test('a danger is weighed before it is paid', async () => {
    const { stage } = scene;
    const name = `${orderNameFor(way)}0`;
    const at = daysBefore(20);
    const orderId = load(
      stage,
      restOrder({ name, created_at: at, updated_at: at, processed_at: at }),
    );
    const { api } = stage.simulator;
    const parcel = api.addFulfillment(shopDomain, orderId, {
      trackingCompany: 'UPS',
      trackingNumber: '1Z0002',
      createdAt: daysBefore(15),
    });
    api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
    // What the report form will write down.
    await stage.query(
      `insert into signal (shop, order_id, kind, external_id, at, payload, skus)
       values ($1, $2, 'report', $2, $3, $4, '{}')`,
      [
        shopDomain,
        orderId,
        daysBefore(1),
        { problem: 'safety', lines: [], photos: 1, intents: [] },
      ],
    );
    // And a message of which nobody can be sure.
    const unclear = { language: 'de', between: ['not-as-described', 'dissatisfied'] };
    await stage.query(
      `insert into signal (shop, order_id, kind, external_id, at, payload, skus)
       values ($1, $2, 'message', $2, $3, $4, '{}')`,
      [shopDomain, orderId, daysBefore(0.5), { intents: [], unclear }],
    );
    api.announceOrder(shopDomain, orderId);
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId))[0]?.ground === 'safety',
      'the danger to be suggested',
    );
    await inAdmin(scene, way, async ({ app, words, rowOf, cardOf, look }) => {
      const { t } = words;
      const row = rowOf(name);
      expect(await row.innerText()).toContain(t('recommended.refund-keep-item'));
      await row.getByRole('link', { name: t('action.review-for', { order: name }) }).click();
      await app.getByRole('heading', { level: 1, name }).waitFor();
      const care = cardOf(t('care.title'));
      const refund = app.getByRole('button', { name: new RegExp(`^(Refund|退款).*${name}`) });
      expect(await refund.isDisabled()).toBe(true);
      expect(await findBarriers(app)).toEqual([]);
      const question = cardOf(t('buyer-question.title')).getByRole('textbox');
      await waitUntil(
        async () => (await question.inputValue()).includes('Ich bin nicht zufrieden'),
        'the question in the buyer’s own language',
      );
      await look('weigh-a-danger');
      for (const one of await care.getByRole('checkbox').all()) await one.check();
      await refund.click();
      await app.getByRole('button', { name: t('action.undo-for', { order: name }) }).waitFor();
    });
  });
});
