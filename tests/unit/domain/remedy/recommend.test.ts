import { describe, expect, test } from 'vitest';
import { clockAt } from '#app/domain/clock.ts';
import { fact, part } from '#app/domain/evidence.ts';
import { compare, parseMoney } from '#app/domain/money.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import type { CostPolicy, SharedPolicy } from '#app/domain/policy/sections.ts';
import { recommend } from '#app/domain/remedy/recommend.ts';
import type { Claim } from '#app/domain/suggestion.ts';
import { addDays } from '#app/domain/time.ts';
import { sharedPolicy } from '#tests/support/case-facts.ts';
import { now, order, parcel, parcelId, shipped, usd } from '#tests/support/order-facts.ts';

function claim(amount: string, probability: number, changes: Partial<Claim> = {}): Claim {
  return {
    scenario: 'logistics',
    ground: 'silent-parcel',
    fulfillmentId: parcelId,
    probability: { value: probability, parts: [part('base', probability, 'starting-value')] },
    evidence: [fact('last-scan')],
    responsibility: { party: 'carrier', because: ['last-scan'] },
    stake: {
      lines: [],
      shipping: null,
      duties: null,
      fee: null,
      everything: false,
      estimate: parseMoney(amount, 'USD'),
    },
    deadlines: [],
    remedies: ['refund'],
    ask: null,
    ...changes,
  };
}

interface Changes {
  readonly facts?: Partial<OrderFacts>;
  readonly costs?: Partial<CostPolicy>;
  readonly returns?: Partial<SharedPolicy['returns']>;
}

function optionsFor(about: Claim, { facts = {}, costs = {}, returns = {} }: Changes = {}) {
  const policy = {
    ...sharedPolicy,
    costs: { ...sharedPolicy.costs, ...costs },
    returns: { ...sharedPolicy.returns, ...returns },
  };
  const judgedOrder = order({ ...shipped(), ...facts });
  return recommend({ claim: about, order: judgedOrder, policy, clock: clockAt(now) }).options;
}

const option = (about: Claim, kind: string, changes: Changes = {}) => {
  const found = optionsFor(about, changes).find((one) => one.kind === kind);
  if (!found) throw new Error(`no option ${kind}`);
  return found;
};

describe('paying now or waiting', () => {
  // Break-even with the defaults: .50 at $15, .78 at $40, .90 at $100, .95 at $200.
  test.each([
    ['15.00', 0.49, 'wait'],
    ['15.00', 0.51, 'refund'],
    ['40.00', 0.77, 'wait'],
    ['40.00', 0.79, 'refund'],
    ['100.00', 0.89, 'wait'],
    ['100.00', 0.91, 'refund'],
    ['200.00', 0.94, 'wait'],
    ['200.00', 0.96, 'refund'],
  ])('at $%s and %d it is to %s', (amount, probability, kind) => {
    expect(optionsFor(claim(amount, probability))[0].kind).toBe(kind);
  });

  test('at break-even it is to pay', () => {
    expect(optionsFor(claim('15.00', 0.5))[0].kind).toBe('refund');
  });

  test('rather than to wait it is to ask whoever can tell more', () => {
    expect(optionsFor(claim('100.00', 0.8, { ask: 'carrier' }))[0].kind).toBe('contact-carrier');
    expect(optionsFor(claim('100.00', 0.8, { ask: 'buyer' }))[0].kind).toBe('ask-buyer');
  });

  test('is no choice for a claim of nothing', () => {
    const [none, ...others] = optionsFor(claim('0.00', 0.05, { remedies: [] }));
    expect(none).toMatchObject({ kind: 'none', amount: usd('0'), lawful: true });
    expect(others).toEqual([]);
  });

  test('knows the order’s currency by its own rate, or roughly, or says that it does not', () => {
    const yen = (amount: string) => parseMoney(amount, 'JPY');
    const inYen = (shopTotal: ReturnType<typeof yen>): Changes => ({
      facts: {
        currency: yen('0').currencyCode,
        shipping: { price: yen('0'), refunded: yen('0'), service: null },
        payment: { ...order().payment, total: yen('6750'), shopTotal },
      },
    });
    const about = claim('0', 0.9, { stake: { ...claim('0', 1).stake, estimate: yen('6750') } });
    const saved = (changes: Changes) => option(about, 'refund', changes).assumptions[0]?.params;
    expect(saved(inYen(usd('45.00')))).toEqual({ amount: { kind: 'money', money: yen('750') } });
    expect(saved(inYen(yen('6750')))).toEqual({ amount: { kind: 'money', money: yen('750') } });
    const euros = parseMoney('50.00', 'EUR');
    const own = { ...inYen(euros), costs: { currency: 'shop' as const } };
    expect(saved(own)).toEqual({ amount: { kind: 'money', money: yen('675') } });
    const worthless = { ...inYen(parseMoney('0', 'EUR')), costs: { currency: 'shop' as const } };
    expect(option(about, 'wait', worthless).assumptions.map(({ code }) => code)).toEqual([
      'probability',
      'costs-unknown-currency',
    ]);
    expect(option(about, 'refund', worthless)).toMatchObject({
      assumptions: [],
      expectedCost: yen('6750'),
    });
  });

  test('knows no costs in a currency without a rate', () => {
    const lek = parseMoney('4000', 'ALL');
    const facts = {
      currency: lek.currencyCode,
      shipping: { price: parseMoney('0', 'ALL'), refunded: parseMoney('0', 'ALL'), service: null },
      payment: { ...order().payment, total: lek, shopTotal: lek },
    };
    const remedies = ['refund-shipping', 'refund-on-return', 'reship'] as const;
    const about = claim('0', 0.9, { remedies, stake: { ...claim('0', 1).stake, estimate: lek } });
    const kinds = optionsFor(about, { facts }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set([...remedies, 'wait']));
  });

  test('counts what the merchant does not know as nothing', () => {
    const about = claim('40.00', 0.9);
    expect(option(about, 'refund', { costs: { ticket: null } }).expectedCost).toEqual(usd('40.00'));
  });

  test('counts the fees and duties that are gone', () => {
    const duties = { stake: { ...claim('40.00', 1).stake, duties: usd('6.00') } };
    const paid = option(claim('40.00', 0.9, duties), 'refund', { costs: { keptFeePercent: 5 } });
    expect(paid.expectedCost).toEqual(usd('37.00'));
    expect(paid.assumptions.map(({ code }) => code)).toEqual([
      'ticket-saved',
      'fee-kept',
      'duties-lost',
    ]);
  });
});

describe('the other remedies', () => {
  test('refund of the shipping: the rest is still waited for', () => {
    const late = claim('40.00', 0.5, { remedies: ['refund', 'refund-shipping'] });
    expect(option(late, 'refund-shipping')).toMatchObject({
      amount: usd('5.00'),
      expectedCost: usd('25.00'),
    });
    const only = claim('5.00', 0.5, { remedies: ['refund-shipping'] });
    expect(option(only, 'refund-shipping')).toMatchObject({ amount: usd('5.00'), assumptions: [] });
    const free = { facts: { shipping: { price: usd('0'), refunded: usd('0'), service: null } } };
    expect(option(late, 'refund-shipping', free).amount).toEqual(usd('0'));
  });

  test('a part: some accept it, the others are owed the whole', () => {
    const unhappy = claim('40.00', 0.4, { remedies: ['partial-refund'] });
    // .6 x 12.00 + .4 x .4 x (35 + 10)
    expect(option(unhappy, 'partial-refund')).toMatchObject({
      amount: usd('12.00'),
      expectedCost: usd('14.40'),
    });
  });

  test('the item stays where its way back costs more than it is worth', () => {
    const faulty = (amount: string) =>
      claim(amount, 0.97, {
        scenario: 'product-quality',
        ground: 'not-as-described',
        remedies: ['refund-on-return', 'refund-keep-item'],
        responsibility: { party: 'seller', because: [] },
      });
    expect(optionsFor(faulty('15.00'))[0].kind).toBe('refund-keep-item');
    expect(optionsFor(faulty('150.00'))[0].kind).toBe('refund-on-return');
  });

  test('a way back within a country costs less, and nothing where the buyer pays it', () => {
    const back = (changes: Partial<Claim> = {}) =>
      claim('40.00', 1, { remedies: ['refund-on-return'], ...changes });
    const home = { facts: shipped([parcel({ originCountry: 'US' })]) };
    expect(option(back(), 'refund-on-return').expectedCost).toEqual(usd('38.00'));
    expect(option(back(), 'refund-on-return', home).expectedCost).toEqual(usd('26.00'));
    expect(option(back({ fulfillmentId: null }), 'refund-on-return', home).expectedCost).toEqual(
      usd('26.00'),
    );
    expect(option(back(), 'refund-on-return', { facts: { parcels: [] } }).expectedCost).toEqual(
      usd('38.00'),
    );
    const buyers = back({ responsibility: { party: 'buyer', because: [] } });
    expect(option(buyers, 'refund-on-return').expectedCost).toEqual(usd('18.00'));
    const free = { returns: { buyerPaysReturn: false } };
    expect(option(buyers, 'refund-on-return', free).expectedCost).toEqual(usd('38.00'));
    const broken = back({ remedies: ['refund-keep-item', 'refund-on-return'] });
    expect(option(broken, 'refund-on-return').expectedCost).toEqual(usd('58.00'));
  });

  test('store credit and a second parcel cost what the goods cost', () => {
    const either = claim('40.00', 0.9, { remedies: ['store-credit', 'reship'] });
    const half = { costs: { goodsCostPercent: 50 }, returns: { storeCreditBonusPercent: 10 } };
    expect(option(either, 'store-credit', half)).toMatchObject({
      amount: usd('44.00'),
      expectedCost: usd('19.50'),
    });
    expect(option(either, 'reship', half)).toMatchObject({
      amount: usd('0'),
      expectedCost: usd('27.50'),
    });
    const shipping = { stake: { ...claim('40.00', 1).stake, shipping: usd('5.00') } };
    expect(
      option(claim('40.00', 0.9, { remedies: ['reship'], ...shipping }), 'reship', half)
        .expectedCost,
    ).toEqual(usd('25.00'));
  });
});

describe('the lawful-remedy guard', () => {
  const cheap = { costs: { goodsCostPercent: 1 } };
  const to = (destinationCountry: string | null): Changes => ({
    ...cheap,
    facts: { destinationCountry },
  });
  const undelivered = claim('40.00', 0.9, {
    remedies: ['refund', 'store-credit', 'reship', 'partial-refund'],
  });

  test.each([
    ['US', 'no-store-credit-alone'],
    ['DE', 'no-store-credit-alone'],
    ['AU', 'no-store-credit-alone'],
    [null, 'law-not-known'],
  ])('offers no store credit alone to %s for what did not come', (country, rule) => {
    expect(option(undelivered, 'store-credit', to(country))).toMatchObject({
      lawful: false,
      forbiddenBy: rule,
    });
    expect(optionsFor(undelivered, to(country))[0].kind).toBe('refund');
  });

  test('leaves the choice of goods or less money to the buyer', () => {
    expect(option(undelivered, 'reship', to('DE')).forbiddenBy).toBe('buyer-chooses-remedy');
    expect(option(undelivered, 'partial-refund', to(null)).forbiddenBy).toBe('law-not-known');
  });

  test('allows what the claim itself puts first', () => {
    const goodwill = claim('40.00', 0.3, {
      scenario: 'buyer-request',
      remedies: ['partial-refund'],
    });
    expect(option(goodwill, 'partial-refund', to('DE')).lawful).toBe(true);
  });

  test('ends waiting on the day by which the law wants the money back unasked', () => {
    const due = (days: number) =>
      claim('200.00', 0.5, {
        ask: 'buyer',
        deadlines: [{ kind: 'legal-refund', at: addDays(now, days), rule: 'us-mitor-ship-30d' }],
      });
    expect(optionsFor(due(0.001))[0].kind).toBe('ask-buyer');
    const [first, ...others] = optionsFor(due(0));
    expect(first.kind).toBe('refund');
    expect(
      others.every(({ lawful, forbiddenBy }) => !lawful && forbiddenBy === 'us-mitor-ship-30d'),
    ).toBe(true);
  });

  test('lets waiting be where the buyer must end the contract first', () => {
    const deadlines = [
      { kind: 'legal-refund', at: addDays(now, -9), rule: 'eu-delivery-30d' },
    ] as const;
    expect(optionsFor(claim('200.00', 0.5, { deadlines }))[0].kind).toBe('wait');
    const bank = [
      { kind: 'card-dispute-earliest', at: addDays(now, -9), rule: 'us-mitor-ship-30d' },
    ] as const;
    expect(optionsFor(claim('200.00', 0.5, { deadlines: bank }))[0].kind).toBe('wait');
  });
});

test('the recommended option is the cheapest of the lawful ones', () => {
  const about = claim('60.00', 0.8, {
    remedies: ['refund', 'refund-shipping', 'reship', 'store-credit'],
    ask: 'carrier',
  });
  const options = optionsFor(about);
  const lawful = options.filter((one) => one.lawful);
  for (const other of lawful) {
    expect(compare(options[0].expectedCost, other.expectedCost)).toBeLessThanOrEqual(0);
  }
});
