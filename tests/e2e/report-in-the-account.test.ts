import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBuyerReport } from '#app/locales/load-buyer-report.ts';
import { createI18n } from '#app/ui/i18n.ts';
import { startAdminScene, type AdminScene } from '#tests/support/admin-page.ts';
import { load, onlySuggestion, suggestionsOf } from '#tests/support/decide.ts';
import { inExtension, type ExtensionPage } from '#tests/support/extension-host/in-extension.ts';
import { telephonePhoto } from '#tests/support/report-form.ts';
import { daysBefore, freshId, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

const languages = ['en', 'zh-CN'] as const;
type Spoken = (typeof languages)[number];
const trees = await loadBuyerReport();
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

/** Two mugs that came a week ago, and who bought them. */
async function arrived() {
  const { simulator } = scene.stage;
  const at = daysBefore(20);
  const customer = freshId();
  const rest = restOrder();
  const [mugs] = rest['line_items'] as readonly Record<string, unknown>[];
  const order = restOrder({
    line_items: [{ ...mugs, sku: `MUG-${customer}` }],
    ...{ created_at: at, updated_at: at, processed_at: at, customer: { id: customer } },
  });
  const orderId = load(scene.stage, order);
  const parcel = simulator.api.addFulfillment(shopDomain, orderId, {
    ...{ trackingCompany: 'USPS', trackingNumber: '94', createdAt: daysBefore(18) },
  });
  simulator.api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
  await simulator.api.deliveriesSettled();
  await scene.stage.drained();
  return { orderId, customer: `gid://shopify/Customer/${customer}` };
}

function inAccount(
  part: 'block' | 'action' | 'menu-item',
  {
    orderId,
    customer,
    language,
  }: { readonly orderId: string; readonly customer: string; readonly language: Spoken },
  visit: (page: ExtensionPage) => Promise<void>,
): Promise<void> {
  const { api } = scene.stage.simulator;
  const targets = {
    block: 'customer-account.order-status.block.render',
    action: 'customer-account.order.action.render',
    'menu-item': 'customer-account.order.action.menu-item.render',
  };
  return inExtension(
    scene,
    {
      ...{ extension: 'report-problem', module: `report-problem-${part}`, orderId, language },
      target: targets[part],
      token: () =>
        api.sessionToken(shopDomain, { dest: shopDomain, iss: undefined, sub: customer }),
    },
    visit,
  );
}

const wordsFor = (language: Spoken) => createI18n(language, trees[language]).t;

test.each(languages)(
  'a report on the order’s page becomes a suggestion, and its withdrawal ends it: %s',
  async (language) => {
    const say = wordsFor(language);
    const order = await arrived();
    await inAccount('block', { ...order, language }, async ({ page }) => {
      await page.getByRole('button', { name: say('form-in-account.open') }).click();
      const send = page.getByRole('button', { name: say('send') });
      // Nothing is filled in: what is missing is said, and nothing is lost.
      await page.getByLabel(say('words.label')).fill('It came in pieces');
      await page.getByLabel(say('problem.legend')).selectOption('damaged');
      await send.click();
      await page.getByText(say('fault.no-lines')).waitFor();
      expect(await page.getByLabel(say('words.label')).inputValue()).toBe('It came in pieces');

      const quantity = page.getByLabel(say('lines.quantity', { title: 'Enamel mug', most: 2 }));
      await quantity.fill('1');
      await quantity.blur();
      await page.getByLabel(say('wish.legend')).selectOption('refund');
      await page.getByLabel(say('photos.label')).setInputFiles({
        ...{ name: 'vase.jpg', mimeType: 'image/jpeg', buffer: await telephonePhoto() },
      });
      await page.getByText('vase.jpg', { exact: true }).waitFor();
      await send.click();
      await page.getByText(say('sent')).waitFor();
      expect(await send.count()).toBe(0);
      await waitUntil(
        async () => (await suggestionsOf(scene.stage, order.orderId)).length > 0,
        'the suggestion',
      );
      const suggestion = await onlySuggestion(scene.stage, order.orderId);
      expect(suggestion).toMatchObject({ ground: 'damaged', state: 'open', amount: '22.5000' });
      const kept = await scene.stage.query(
        `select photo.width, photo.height, report.remedy, report.door from report_photo photo
         join buyer_report report on report.id = photo.report_id where report.order_id = $1`,
        [order.orderId],
      );
      expect(kept).toEqual([{ width: 923, height: 2000, remedy: 'refund', door: 'account' }]);

      await page.reload();
      await page.getByText(say('state.looking'), { exact: true }).waitFor();
      await page.getByText(say('next.looking')).waitFor();
      await page
        .locator('s-button')
        .filter({ hasText: say('earlier.withdraw') })
        .click();
      await page.getByText(say('state.withdrawn'), { exact: true }).waitFor();
      await waitUntil(
        async () => (await onlySuggestion(scene.stage, order.orderId)).state === 'withdrawn',
        'the suggestion to go',
      );
    });
  },
);

test.each(languages)('the order’s menu leads to the form: %s', async (language) => {
  const say = wordsFor(language);
  const order = await arrived();
  await inAccount('menu-item', { ...order, language }, async ({ page }) => {
    await page.getByRole('button', { name: say('form-in-account.open') }).waitFor();
  });
  await inAccount('action', { ...order, language }, async ({ page, ways }) => {
    await page.getByRole('heading', { name: say('title') }).waitFor();
    await page.getByLabel(say('problem.legend')).selectOption('late');
    await page.getByRole('button', { name: say('send') }).click();
    await page.getByText(say('sent')).waitFor();
    await page.getByText(say('problem.late'), { exact: true }).waitFor();
    await page.getByRole('button', { name: say('form-in-account.done') }).click();
    await expect.poll(() => ways).toEqual(['closed']);
  });
});

test('another buyer sees nothing of the order', async () => {
  const say = wordsFor('en');
  const { orderId } = await arrived();
  const { customer } = await arrived();
  await inAccount('block', { orderId, customer, language: 'en' }, async ({ page }) => {
    await page.getByText(say('refusal.no-such-order')).waitFor();
    expect(await page.getByLabel(say('problem.legend')).count()).toBe(0);
  });
});
