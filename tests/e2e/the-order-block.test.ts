import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evidenceWords } from '#app/ui/evidence-words.ts';
import { moneyWords } from '#app/ui/format.ts';
import type { Claim } from '#app/domain/suggestion.ts';
import { startAdminScene, type AdminScene } from '#tests/support/admin-page.ts';
import { load, onlySuggestion, setHold, suggested } from '#tests/support/decide.ts';
import { inExtension, type ExtensionPage } from '#tests/support/extension-host/in-extension.ts';
import { instant, usd } from '#tests/support/order-facts.ts';
import { attemptsOf, orderOf, refundCallsFor } from '#tests/support/refunds.ts';
import { lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { wordsIn } from '#tests/support/words.ts';

/** Long enough for a click on Undo, also where the machine is slow. */
const holdSeconds = 8;
const languages = ['en', 'zh-CN'] as const;
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, holdSeconds);
});
afterAll(async () => {
  await scene.close();
});

function inBlock(
  orderId: string,
  language: (typeof languages)[number],
  visit: (page: ExtensionPage) => Promise<void>,
): Promise<void> {
  const target = 'admin.order-details.block.render';
  return inExtension(scene, { extension: 'order-block', target, orderId, language }, visit);
}

const labels = {
  en: {
    refund: 'Refund',
    undo: 'Undo',
    dismiss: 'Dismiss',
    edit: 'Change the refund',
    none: 'Nothing is suggested for this order.',
  },
  'zh-CN': {
    refund: '退款',
    undo: '撤销',
    dismiss: '忽略',
    edit: '修改退款',
    none: '此订单没有退款建议。',
  },
} as const;

test.each(languages)('a click in the block pays once, in Shopify’s books: %s', async (language) => {
  const { stage } = scene;
  const words = wordsIn(language);
  const suggestion = await suggested(stage, lateDispatchOrder({ name: `#B${language}` }));
  const [row] = await stage.query<{ claim: Claim }>('select claim from suggestion where id = $1', [
    suggestion.id,
  ]);
  await inBlock(suggestion.order_id, language, async ({ page, ways }) => {
    const amount = moneyWords(usd('45'), words);
    const refund = page.getByRole('button', { name: `${labels[language].refund} ${amount}` });
    await refund.waitFor();
    const seen = await page.locator('main').innerText();
    expect(seen).toContain(words.t('ground.late-dispatch'));
    expect(seen).toContain(words.t('state.open'));
    expect(seen).toContain(words.t('clocks.legal-refund'));
    const now = instant(new Date().toISOString());
    for (const piece of row?.claim.evidence.slice(0, 3) ?? []) {
      expect(seen).toContain(evidenceWords(piece, words, { now }));
    }
    await page.getByRole('button', { name: labels[language].edit }).click();
    await expect.poll(() => ways, { timeout: 60_000 }).toEqual(['extension://order-action']);

    await refund.click();
    await page.getByRole('button', { name: labels[language].undo }).waitFor();
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
    await page.getByText(words.t('state.refunded'), { exact: true }).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(refundCallsFor(stage, suggestion).length).toBe(1);
    expect(
      orderOf(stage, suggestion).refunds.map(({ transactions }) => transactions),
    ).toMatchObject([[{ kind: 'REFUND', status: 'SUCCESS', amount: '45.00', currency: 'USD' }]]);
  });
});

test('an Undo in the block pays nothing', async () => {
  const { stage } = scene;
  const suggestion = await suggested(stage, lateDispatchOrder({ name: '#BU' }));
  await inBlock(suggestion.order_id, 'en', async ({ page }) => {
    const refund = page.getByRole('button', { name: /^Refund / });
    await refund.click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await refund.waitFor();
    await sleep((holdSeconds + 2) * 1000);
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'undone', sends: 0 }]);
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
  });
});

test('a dismissal in the block keeps its reason, and leaves nothing to click', async () => {
  const { stage } = scene;
  const words = wordsIn('en');
  const suggestion = await suggested(stage, lateDispatchOrder({ name: '#BD' }));
  await inBlock(suggestion.order_id, 'en', async ({ page }) => {
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('button', { name: words.t('dismiss-reason.not-owed') }).click();
    await page.getByText(words.t('state.dismissed'), { exact: true }).waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    const rows = await stage.query<{ dismiss_reason: string; decided_by: string }>(
      'select dismiss_reason, decided_by from suggestion where id = $1',
      [suggestion.id],
    );
    expect(rows).toEqual([{ dismiss_reason: 'not-owed', decided_by: 'staff:42' }]);
    expect(refundCallsFor(stage, suggestion)).toEqual([]);
  });
});

test.each(languages)('an order of which nothing is suggested says so: %s', async (language) => {
  const orderId = load(scene.stage, restOrder({ name: `#BN${language}` }));
  await inBlock(orderId, language, async ({ page }) => {
    await page.getByText(labels[language].none).waitFor();
  });
});
