import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAdminScene, type AdminScene } from '#tests/support/admin-page.ts';
import { setHold, suggested } from '#tests/support/decide.ts';
import { inExtension } from '#tests/support/extension-host/in-extension.ts';
import { orderOf, refundCallsFor } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { wordsIn } from '#tests/support/words.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, 1);
});
afterAll(async () => {
  await scene.close();
});

const labels = {
  en: {
    refund: 'Refund',
    quantity: ': quantity to refund',
    shipping: 'Shipping to refund (USD)',
    goodwill: 'Goodwill amount on top (USD)',
    close: 'Close',
  },
  'zh-CN': {
    refund: '退款',
    quantity: '：退款数量',
    shipping: '退还的运费（USD）',
    goodwill: '额外补偿金额（USD）',
    close: '关闭',
  },
} as const;

test.each(['en', 'zh-CN'] as const)(
  'another sum is typed, priced by Shopify and paid: %s',
  async (language) => {
    const { stage } = scene;
    const words = wordsIn(language);
    const said = labels[language];
    const suggestion = await suggested(stage, lateDispatchOrder({ name: `#A${language}` }));
    const visit = {
      extension: 'order-action',
      target: 'admin.order-details.action.render',
      orderId: suggestion.order_id,
      language,
    } as const;
    await inExtension(scene, visit, async ({ page, ways }) => {
      const primary = page.locator('s-button').first();
      await expect.poll(() => primary.innerText(), { timeout: 60_000 }).toMatch(/45[.,]00/);
      const quantities = page.getByRole('textbox', { name: said.quantity });
      for (const quantity of await quantities.all()) {
        await quantity.fill('0');
        await quantity.blur();
      }
      const shipping = page.getByRole('textbox', { name: said.shipping });
      await shipping.fill('');
      await shipping.blur();
      await page.getByText(words.t('choice-problem.nothing-chosen')).waitFor();
      expect(await primary.getAttribute('aria-disabled')).toBe('true');
      const goodwill = page.getByRole('textbox', { name: said.goodwill });
      await goodwill.fill('7.50');
      await goodwill.blur();
      await expect.poll(() => primary.innerText(), { timeout: 60_000 }).toMatch(/7[.,]50/);
      await primary.click();
      await page.getByText(words.t('state.refunded'), { exact: true }).waitFor();
      expect(refundCallsFor(stage, suggestion).length).toBe(1);
      expect(
        orderOf(stage, suggestion).refunds.map(({ transactions }) => transactions),
      ).toMatchObject([[{ kind: 'REFUND', status: 'SUCCESS', amount: '7.50' }]]);
      await page.getByRole('button', { name: said.close }).click();
      await expect.poll(() => ways).toEqual(['closed']);
    });
  },
);
