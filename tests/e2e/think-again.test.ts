import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  onlySuggestion,
  setHold,
  stateIs,
  suggested,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import { closeBrowser, openApp, views, type View } from '#tests/support/merchant.ts';
import { orderOf, refundCallsFor, startOver, wellAfterTheHold } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await closeBrowser();
  await stage.close();
});

function dollars(amount: number, { language }: View): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD' }).format(amount);
}

describe.each(views)('in $language at $width px', (view) => {
  let suggestion: SuggestionRow;
  let order: string;

  beforeEach(async () => {
    await startOver(stage);
    suggestion = await suggested(stage, lateDispatchOrder());
    order = orderOf(stage, suggestion).name;
  });

  test('Undo in the hold pays nothing', async () => {
    await setHold(stage, 3);
    const merchant = await openApp(stage, view);
    const { t } = merchant.words;
    const refund = merchant.button(t('action.refund-for', { amount: dollars(45, view), order }));
    await refund.click();
    await merchant.button(t('action.undo-for', { order })).click();
    await refund.waitFor();
    await merchant.screenshot('undone');
    await wellAfterTheHold();
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
    expect(refundCallsFor(stage, suggestion)).toEqual([]);
    expect(merchant.complaints()).toEqual([]);
    await merchant.leave();
  });

  test('a suggestion is dismissed with a reason, and found under done', async () => {
    const merchant = await openApp(stage, view);
    const { t } = merchant.words;
    await merchant.button(t('action.dismiss-for', { order })).click();
    // Without a reason nothing is lost, and the form says what is missing.
    await merchant.button(t('dismiss.confirm')).click();
    await merchant.app.getByText(t('dismiss.choose')).waitFor();
    await merchant.app.getByText(t('dismiss-reason.buyer-agreed-to-wait'), { exact: true }).click();
    await merchant.screenshot('dismissing');
    await merchant.button(t('dismiss.confirm')).click();
    await stateIs(stage, suggestion.id, 'dismissed');
    await merchant.leave();
    const later = await openApp(stage, view, '/app?tab=done');
    await later.row(suggestion.id).waitFor();
    expect(await later.row(suggestion.id).innerText()).toContain(t('state.dismissed'));
    expect(later.complaints()).toEqual([]);
    await later.leave();
  });

  test('a click on what has changed pays nothing, and says what changed', async () => {
    const merchant = await openApp(stage, view);
    const { t } = merchant.words;
    // Shopify knows it already; the webhook is still on its way.
    stage.simulator.api.deliverTo('http://127.0.0.1:9');
    stage.simulator.api.refundElsewhere(shopDomain, suggestion.order_id, '45.00');
    await merchant.button(t('action.refund-for', { amount: dollars(45, view), order })).click();
    const said = merchant.app.getByText(
      t('change.refunded-elsewhere', { amount: dollars(45, view) }),
    );
    await said.first().waitFor();
    expect(await merchant.app.locator('body').innerText()).toContain(
      t('outcome.stale.title', { order }),
    );
    await merchant.screenshot('stale');
    await merchant.expectNoSidewaysScrolling();
    stage.simulator.api.deliverTo(stage.app.origin);
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    await merchant.leave();
  });
});
