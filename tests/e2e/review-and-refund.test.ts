import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '#app/domain/time.ts';
import type { Claim } from '#app/domain/suggestion.ts';
import { evidenceLine, evidenceWords } from '#app/ui/evidence-words.ts';
import { moneyWords, relativeWords } from '#app/ui/format.ts';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { queuePathOf, setHold, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { instant, usd } from '#tests/support/order-facts.ts';
import { orderOf, refundCallsFor } from '#tests/support/refunds.ts';
import { daysBefore, lateDispatchOrder } from '#tests/support/rest-order.ts';

/** Long enough for a picture of the countdown. */
const holdSeconds = 5;
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, holdSeconds);
});
afterAll(async () => {
  await scene.close();
});

test.concurrent.each(ways)(
  'reviewing shows why, how much and by when, and one click pays once: $language at $width',
  async (way) => {
    const { stage } = scene;
    const order = orderNameFor(way);
    // Not a whole number of days: the words for the act-by date stay the same for hours.
    const at = daysBefore(12.4);
    const changes = { name: order, created_at: at, updated_at: at, processed_at: at };
    const suggestion = await suggested(stage, lateDispatchOrder(changes));
    const { claim, actBy } = await judged(suggestion.id);
    const path = queuePathOf(suggestion);
    await inAdmin(scene, { ...way, path }, async ({ page, app, words, rowOf, cardOf, look }) => {
      const { t } = words;
      const row = rowOf(order);
      const seen = await row.innerText();
      for (const key of ['ground.late-dispatch', 'scenario.logistics', 'party.seller']) {
        expect(seen).toContain(t(key));
      }
      expect(seen).toContain(t('evidence.nothing-shipped', { count: 2 }));
      expect(seen).toContain(evidenceLine(claim.evidence, words, now()));
      expect(seen).toContain(moneyWords(usd('45'), words));
      expect(seen).toContain(relativeWords(actBy, now(), words));
      expect(await findBarriers(app)).toEqual([]);
      await look('review-queue');

      await row.getByRole('link', { name: order }).click();
      await app.getByRole('heading', { level: 1, name: order }).waitFor();
      expect(await page.locator('#title').innerText()).toBe(t('suggestion.title', { order }));
      const evidence = await cardOf(t('evidence-card.title')).innerText();
      for (const piece of claim.evidence)
        expect(evidence).toContain(evidenceWords(piece, words, { now: now() }));

      await cardOf(t('clocks.title')).getByText(t('deadline.us-mitor-ship-30d')).waitFor();
      const options = await cardOf(t('options.title')).innerText();
      for (const option of ['option.cancel-and-refund', 'option.wait'])
        expect(options).toContain(t(option));

      const makeUp = cardOf(t('refund-card.title'));
      await makeUp.getByText(t('refund-card.live')).waitFor();
      const priced = (await makeUp.innerText()).replaceAll('\n', ' ');
      for (const [name, value] of [
        ['Enamel mug', t('refund-card.quantity', { count: 2 })],
        [t('refund-card.shipping'), moneyWords(usd('5'), words)],
        [t('refund-card.total'), moneyWords(usd('45'), words)],
        [
          t('refund-card.to', { gateway: t('gateway.shopify_payments') }),
          moneyWords(usd('45'), words),
        ],
      ] as const) {
        expect(priced).toContain(`${name} ${value}`);
      }
      expect(await findBarriers(app)).toEqual([]);
      await look('review-detail');

      const amount = moneyWords(usd('45'), words);
      await app.getByRole('button', { name: t('action.refund-for', { amount, order }) }).click();
      const timer = await app.getByRole('timer').innerText();
      const counts = Array.from({ length: holdSeconds }, (_, index) => index + 1);
      expect(counts.map((count) => t('hold.seconds', { count }))).toContain(timer);
      expect(await app.getByRole('button', { name: t('action.undo-for', { order }) }).count()).toBe(
        1,
      );
      expect(orderOf(stage, suggestion).refunds).toEqual([]);
      await look('review-countdown');

      await app.getByRole('status').getByText(t('news.refunded', { order, amount })).waitFor();
      const attempts = cardOf(t('attempts.title'));
      await attempts.getByText(t('attempt.refunded'), { exact: true }).waitFor();
      await attempts.getByText(t('money-status.success'), { exact: true }).waitFor();
      expect(await app.getByRole('button', { name: t('action.undo-for', { order }) }).count()).toBe(
        0,
      );
      await look('review-refunded');
      // The order itself is read again, and says that the money went back.
      const onRecord = cardOf(t('refunds.title')).getByText(amount);
      await onRecord.first().waitFor();
      expect(refundCallsFor(stage, suggestion).length).toBe(1);
      const { refunds } = orderOf(stage, suggestion);
      expect(refunds.map(({ transactions }) => transactions)).toMatchObject([
        [{ kind: 'REFUND', status: 'SUCCESS', amount: '45.00', currency: 'USD' }],
      ]);

      await app.getByRole('link', { name: t('order.open') }).click();
      await page.waitForURL('**/orders/*');
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(order);
      expect(await page.locator('.refund').count()).toBe(1);
      expect(await page.locator('.refund').innerText()).toContain('45.00 USD');
    });
  },
);

function now(): Instant {
  return instant(new Date().toISOString());
}

async function judged(id: string): Promise<{ readonly claim: Claim; readonly actBy: Instant }> {
  const [row] = await scene.stage.query<{ claim: Claim; act_by: Date }>(
    'select claim, act_by from suggestion where id = $1',
    [id],
  );
  if (!row) throw new Error('no such suggestion');
  return { claim: row.claim, actBy: instant(row.act_by.toISOString()) };
}
