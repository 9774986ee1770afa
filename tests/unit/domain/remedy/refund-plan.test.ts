import { describe, expect, test } from 'vitest';
import type { Gid } from '#app/domain/ids.ts';
import { chosenPlan, type RefundChoice } from '#app/domain/remedy/chosen-plan.ts';
import {
  brokenLimit,
  inShopCurrency,
  needsSecondPerson,
  type Spent,
} from '#app/domain/remedy/limits.ts';
import { refundPathFor } from '#app/domain/remedy/refund-path.ts';
import {
  canCancel,
  creditOf,
  refundPlanFor,
  totalOf,
  withGoodwill,
  type RefundPlan,
} from '#app/domain/remedy/refund-plan.ts';
import { stakeOfLines, stakeOfUnshipped } from '#app/domain/remedy/stake.ts';
import { parseMoney } from '#app/domain/money.ts';
import type { OrderFacts, ReturnFacts } from '#app/domain/order-facts.ts';
import { addDays } from '#app/domain/time.ts';
import { sharedPolicy } from '#tests/support/case-facts.ts';
import {
  daysAgo,
  line,
  lineId,
  locationId,
  now,
  order,
  parcel,
  usd,
} from '#tests/support/order-facts.ts';
import { noChoice } from '#tests/support/no-choice.ts';

const dutyId: Gid<'Duty'> = 'gid://shopify/Duty/1';
const customerId: Gid<'Customer'> = 'gid://shopify/Customer/1';

function returned(changes: Partial<ReturnFacts> = {}): ReturnFacts {
  return {
    returnId: 'gid://shopify/Return/1',
    status: 'OPEN',
    requestedAt: daysAgo(1),
    receivedAt: null,
    scans: [],
    refundIds: [],
    lines: [
      {
        returnLineId: 'gid://shopify/ReturnLineItem/1',
        lineItemId: lineId,
        quantity: 1,
        processed: 0,
        reason: null,
        intents: [],
      },
    ],
    ...changes,
  };
}

const lines = (changes: Partial<ReturnFacts['lines'][number]>) =>
  returned().lines.map((each) => ({ ...each, ...changes }));

const shipped = (changes: Partial<OrderFacts> = {}) =>
  order({ lines: [line({ unfulfilledQuantity: 0 })], parcels: [parcel()], ...changes });

describe('the plan of an option', () => {
  test('is what is at stake', () => {
    const facts = order();
    const stake = stakeOfUnshipped(facts);
    expect(refundPlanFor(stake, 'refund', facts)).toEqual({
      lines: stake.lines,
      shipping: stake.shipping,
      everything: false,
      fee: null,
      duties: [],
      goodwill: null,
      credit: null,
      cancels: false,
      keepsItem: false,
      notify: true,
      note: null,
    });
  });

  test('gives back the duties of its lines', () => {
    const facts = order({ lines: [line({ duties: usd('6.00'), dutyIds: [dutyId] })] });
    const stake = stakeOfLines(facts, [{ lineItemId: lineId, quantity: 1 }], { shipping: false });
    expect(refundPlanFor(stake, 'refund-keep-item', facts)).toMatchObject({
      duties: [dutyId],
      keepsItem: true,
    });
    expect(refundPlanFor(stake, 'refund', null).duties).toEqual([]);
  });

  test('cancels what can be cancelled', () => {
    const cancels = (facts: OrderFacts | null) =>
      refundPlanFor(stakeOfUnshipped(order()), 'cancel-and-refund', facts).cancels;
    expect(cancels(order())).toBe(true);
    expect(cancels(null)).toBe(false);
    expect(cancels(shipped())).toBe(false);
    expect(canCancel(order({ parcels: [parcel({ status: 'CANCELLED' })] }))).toBe(true);
    expect(canCancel(order({ cancelledAt: now }))).toBe(false);
    expect(canCancel(order({ returns: [returned()] }))).toBe(false);
    expect(canCancel(order({ returns: [returned({ status: 'DECLINED' })] }))).toBe(true);
    expect(canCancel(order({ returns: [returned({ status: 'CANCELED' })] }))).toBe(true);
  });
});

describe('payments', () => {
  const paid = (...parts: readonly (readonly [string, string])[]) =>
    parts.map(([parentId, amount]) => ({ parentId, amount: usd(amount) }));
  const most = paid(['a', '15.00'], ['b', '30.00']);

  test('give a goodwill from the first one on, and none more than it has', () => {
    const given = (payments: ReturnType<typeof paid>, goodwill: string) =>
      withGoodwill(payments, { goodwill: usd(goodwill), most });
    expect(given([], '5.00')).toEqual(paid(['a', '5.00']));
    expect(given(paid(['a', '10.00']), '20.00')).toEqual(paid(['a', '15.00'], ['b', '15.00']));
    expect(given([], '50.00')).toEqual(most);
    expect(totalOf(given([], '50.00'), usd('0').currencyCode)).toEqual(usd('45.00'));
  });

  test('as store credit come with a bonus, and never above what was paid', () => {
    const credit = { bonusPercent: 10, expiresAt: null };
    expect(creditOf(usd('20.00'), credit, usd('45.00'))).toEqual(usd('22.00'));
    expect(creditOf(usd('45.00'), credit, usd('45.00'))).toEqual(usd('45.00'));
  });
});

describe('the way of the money', () => {
  const plan = (changes: Partial<RefundPlan> = {}): RefundPlan => ({
    ...refundPlanFor(
      stakeOfLines(shipped(), [{ lineItemId: lineId, quantity: 1 }], { shipping: false }),
      'refund',
      null,
    ),
    ...changes,
  });

  test('is a refund of the order where there is no return', () => {
    expect(refundPathFor(plan(), shipped())).toEqual({
      path: 'refund',
      decline: null,
      cancel: false,
    });
  });

  test('leads through the return that holds the goods', () => {
    const lines = [{ returnLineId: 'gid://shopify/ReturnLineItem/1', quantity: 1 }];
    const through = { path: 'return', returnId: 'gid://shopify/Return/1', lines };
    expect(refundPathFor(plan(), shipped({ returns: [returned()] }))).toEqual({
      ...through,
      approve: false,
    });
    const asked = returned({ status: 'REQUESTED' });
    expect(refundPathFor(plan(), shipped({ returns: [asked] }))).toEqual({
      ...through,
      approve: true,
    });
  });

  test('declines a return that was only asked for, where the goods stay', () => {
    const keeping = plan({ keepsItem: true });
    const asked = shipped({ returns: [returned({ status: 'REQUESTED' })] });
    expect(refundPathFor(keeping, asked)).toMatchObject({
      path: 'refund',
      decline: 'gid://shopify/Return/1',
    });
    expect(refundPathFor(keeping, shipped({ returns: [returned()] }))).toMatchObject({
      path: 'return',
    });
  });

  test.each<readonly [string, ReturnFacts, Partial<RefundPlan>]>([
    ['closed', returned({ status: 'CLOSED' }), {}],
    ['worked through', returned({ lines: lines({ processed: 1 }) }), {}],
    ['of a story', returned({ lines: lines({ returnLineId: null }) }), {}],
    ['of other goods', returned({ lines: [] }), {}],
    ['beside the amount', returned(), { goodwill: usd('1.00') }],
    ['without goods', returned(), { lines: [] }],
  ])('does not lead through a return that is %s', (_, one, changes) => {
    expect(refundPathFor(plan(changes), shipped({ returns: [one] }))).toMatchObject({
      path: 'refund',
    });
  });

  test('begins with the cancellation, and ends with it where nothing was taken', () => {
    const cancelling = plan({ cancels: true });
    expect(refundPathFor(cancelling, order())).toEqual({
      path: 'refund',
      decline: null,
      cancel: true,
    });
    const { payment } = order();
    const held = order({
      financialStatus: 'AUTHORIZED',
      payment: { ...payment, received: usd('0') },
    });
    expect(refundPathFor(cancelling, held)).toEqual({ path: 'void' });
    const partly = order({ financialStatus: 'AUTHORIZED' });
    expect(refundPathFor(cancelling, partly)).toMatchObject({ path: 'refund' });
  });
});

describe('a choice of the merchant', () => {
  const nothing: RefundChoice = { ...noChoice, note: ' ' };
  const choose = (
    changes: Partial<RefundChoice>,
    facts = shipped(),
    { creditForbiddenBy = null as string | null, policy = sharedPolicy } = {},
  ) => chosenPlan({ ...nothing, ...changes }, facts, { policy, creditForbiddenBy, now });
  const one = [{ lineItemId: lineId, quantity: 1 }];

  test('becomes a plan', () => {
    const facts = shipped({ lines: [line({ unfulfilledQuantity: 0, dutyIds: [dutyId] })] });
    const chosen = { lines: one, shipping: '2.5', goodwill: '1', duties: true, note: ' sorry ' };
    expect(choose(chosen, facts)).toEqual({
      outcome: 'planned',
      plan: {
        lines: [{ lineItemId: lineId, quantity: 1, restock: 'NO_RESTOCK', locationId: null }],
        shipping: usd('2.50'),
        duties: [dutyId],
        goodwill: usd('1.00'),
        everything: false,
        fee: null,
        credit: null,
        cancels: false,
        keepsItem: true,
        notify: false,
        note: 'sorry',
      },
    });
  });

  test('puts goods where they belong', () => {
    const restockOf = (facts: OrderFacts, restock: boolean) => {
      const chosen = choose({ lines: one, restock }, facts);
      return chosen.outcome === 'planned' ? chosen.plan.lines[0]?.restock : null;
    };
    expect(restockOf(order(), false)).toBe('CANCEL');
    expect(restockOf(shipped(), true)).toBe('RETURN');
    expect(restockOf(shipped(), false)).toBe('NO_RESTOCK');
    expect(restockOf(shipped({ dispatches: [] }), true)).toBe('NO_RESTOCK');
    const [dispatch] = order().dispatches;
    const elsewhere = dispatch ? [{ ...dispatch, lines: [] }] : [];
    expect(choose({ lines: one, restock: true }, shipped({ dispatches: elsewhere }))).toMatchObject(
      {
        plan: { lines: [{ restock: 'RETURN', locationId }] },
      },
    );
  });

  test('of store credit has the policy’s bonus and expiry', () => {
    const policy = {
      ...sharedPolicy,
      returns: { ...sharedPolicy.returns, storeCreditBonusPercent: 5 },
      money: { ...sharedPolicy.money, creditExpiresDays: 30 },
    };
    const credit = { goodwill: '1', method: 'store-credit' } as const;
    expect(choose(credit, shipped({ customerId }), { policy })).toMatchObject({
      plan: { credit: { bonusPercent: 5, expiresAt: addDays(now, 30) } },
    });
    expect(choose(credit, shipped({ customerId }))).toMatchObject({
      plan: { credit: { expiresAt: null } },
    });
    const asked = { creditForbiddenBy: 'no-store-credit-alone' };
    expect(choose({ ...credit, buyerAgreed: true }, shipped({ customerId }), asked)).toMatchObject({
      outcome: 'planned',
    });
    expect(choose(credit, shipped({ customerId }), asked)).toMatchObject({
      problem: { field: 'method', code: 'buyer-must-agree' },
    });
  });

  test.each<readonly [Partial<RefundChoice>, string, string]>([
    [{ lines: [{ lineItemId: 'gid://shopify/LineItem/9', quantity: 1 }] }, 'lines', 'no-such-line'],
    [{ lines: [{ lineItemId: lineId, quantity: 3 }] }, 'lines', 'too-many'],
    [{ shipping: '5.01' }, 'shipping', 'above-shipping'],
    [{ shipping: '-1' }, 'shipping', 'not-an-amount'],
    [{ goodwill: '1.005' }, 'goodwill', 'not-an-amount'],
    [{ goodwill: '45.01' }, 'goodwill', 'above-refundable'],
    [{ goodwill: '1', method: 'store-credit' }, 'method', 'no-customer'],
    [{ goodwill: '1', cancels: true }, 'cancels', 'cannot-cancel'],
    [{ goodwill: '1', note: 'x'.repeat(201) }, 'note', 'too-long'],
    [{ lines: [{ lineItemId: lineId, quantity: 0 }] }, 'nothing', 'nothing-chosen'],
  ])('%j is wrong', (changes, field, code) => {
    expect(choose(changes)).toEqual({ outcome: 'wrong', problem: { field, code } });
  });

  test('gives no shipping back where none was paid', () => {
    const free = shipped({ shipping: { price: usd('0'), refunded: usd('0'), service: null } });
    expect(choose({ shipping: '1' }, free)).toMatchObject({ problem: { code: 'above-shipping' } });
  });
});

describe('limits', () => {
  const spent: Spent = { hour: usd('10.00'), day: usd('20.00'), customer: usd('30.00') };
  const none = sharedPolicy.money;

  test.each([
    [{}, null],
    [{ perRefund: '5' }, null],
    [{ perRefund: '4.99' }, 'per-refund'],
    [{ perHour: '15' }, null],
    [{ perHour: '14.99' }, 'per-hour'],
    [{ perDay: '24.99' }, 'per-day'],
    [{ perCustomer: '34.99' }, 'per-customer'],
  ])('%j', (policy, limit) => {
    expect(brokenLimit(usd('5.00'), spent, { ...none, ...policy })?.limit ?? null).toBe(limit);
  });

  test('of a customer hold for a guest’s single refund', () => {
    const guest = { ...spent, customer: null };
    expect(brokenLimit(usd('5.00'), guest, { ...none, perCustomer: '5' })).toBeNull();
    expect(brokenLimit(usd('5.01'), guest, { ...none, perCustomer: '5' })?.limit).toBe(
      'per-customer',
    );
  });

  test('ask for a second person above an amount', () => {
    expect(needsSecondPerson(usd('5.01'), none)).toBe(false);
    expect(needsSecondPerson(usd('5.00'), { ...none, secondPersonAbove: '5' })).toBe(false);
    expect(needsSecondPerson(usd('5.01'), { ...none, secondPersonAbove: '5' })).toBe(true);
  });

  test('count in the shop’s own currency', () => {
    const { payment } = order();
    expect(inShopCurrency(usd('5.00'), payment)).toEqual(usd('5.00'));
    const yen = { ...payment, total: parseMoney('6000', 'JPY'), shopTotal: usd('40.00') };
    expect(inShopCurrency(parseMoney('1500', 'JPY'), yen)).toEqual(usd('10.00'));
    const free = { ...yen, total: parseMoney('0', 'JPY') };
    expect(inShopCurrency(parseMoney('15', 'JPY'), free)).toEqual(usd('15.00'));
  });
});
