import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { setHold, stateIs, suggested, type SuggestionRow } from '#tests/support/decide.ts';
import { closeBrowser, openApp, views, type Merchant } from '#tests/support/merchant.ts';
import { orderOf, startOver } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { startStage, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await closeBrowser();
  await stage.close();
});

describe.each(views)('in $language at $width px', (view) => {
  let suggestion: SuggestionRow;
  let merchant: Merchant;
  let order: string;

  beforeEach(async () => {
    await startOver(stage);
    suggestion = await suggested(stage, lateDispatchOrder());
    order = orderOf(stage, suggestion).name;
  });

  test('the queue says who is owed what, why and by when, and one click pays', async () => {
    await setHold(stage, 3);
    merchant = await openApp(stage, view);
    const { words, app } = merchant;
    const { t } = words;
    const row = merchant.row(suggestion.id);
    const amount = new Intl.NumberFormat(view.language, {
      style: 'currency',
      currency: 'USD',
    }).format(45);
    await row.waitFor();
    const text = await row.innerText();
    expect(text).toContain(order);
    expect(text).toContain(t('ground.late-dispatch'));
    expect(text).toContain(t('scenario.logistics'));
    expect(text).toContain(t('evidence.nothing-shipped', { count: 2, units: 2 }));
    expect(text).toContain(amount);
    expect(text).toContain(t('party.seller'));
    expect(await row.locator('time').first().getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/);
    await merchant.expectNoSidewaysScrolling();
    expect(await merchant.barriers()).toEqual([]);
    await merchant.screenshot('queue');

    await merchant.button(t('action.refund-for', { amount, order })).click();
    const undo = merchant.button(t('action.undo-for', { order }));
    await undo.waitFor();
    expect(await row.getByRole('timer').innerText()).toMatch(/\d/);
    await merchant.screenshot('in-the-hold');
    await app.locator(`tr[data-suggestion="${suggestion.id}"][data-state="refunded"]`).waitFor();
    await merchant.screenshot('refunded');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    expect(merchant.complaints()).toEqual([]);

    // A person sees the refund at the order, in Shopify's own pages.
    const admin = new URL(merchant.page.url());
    const number = suggestion.order_id.slice(suggestion.order_id.lastIndexOf('/') + 1);
    await merchant.page.goto(
      `${admin.origin}${admin.pathname.split('/apps/')[0]}/orders/${number}`,
    );
    expect(await merchant.page.locator('main').innerText()).toContain('45');
    await merchant.leave();
  });

  test('the detail shows the evidence and what the refund is made of, and pays too', async () => {
    merchant = await openApp(stage, view);
    const { t } = merchant.words;
    await merchant.row(suggestion.id).getByRole('link').first().click();
    // Priced by Shopify, not by our own estimate.
    await merchant.app.getByText(t('refund-card.live')).waitFor();
    const page = await merchant.app.locator('body').innerText();
    for (const words of [
      t('evidence.nothing-shipped', { count: 2, units: 2 }),
      t('deadline.us-mitor-ship-30d'),
      t('party.seller'),
      'Enamel mug',
      t('refund-card.total'),
      t('refund-card.shipping'),
      t('option.refund'),
      t('option.wait'),
    ]) {
      expect(page).toContain(words);
    }
    await merchant.expectNoSidewaysScrolling();
    expect(await merchant.barriers()).toEqual([]);
    await merchant.screenshot('suggestion');
    const amount = new Intl.NumberFormat(view.language, {
      style: 'currency',
      currency: 'USD',
    }).format(45);
    await merchant.button(t('action.refund-for', { amount, order })).click();
    await stateIs(stage, suggestion.id, 'refunded');
    await merchant.app.getByText(t('state.refunded')).first().waitFor();
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    expect(merchant.complaints()).toEqual([]);
    await merchant.leave();
  });
});
