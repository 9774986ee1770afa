import type { Evidence, OptionKind, RemedyKind } from '../claim.ts';
import type { Clock } from '../clock.ts';
import { fact, money } from '../evidence.ts';
import { add, compare, larger, scale, smaller, subtract, zero, type Money } from '../money.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { SharedPolicy } from '../policy/sections.ts';
import type { Claim, Option, Recommendation } from '../suggestion.ts';
import { costsOf, type Costs } from './costs.ts';
import { forbiddenBy } from './lawful.ts';
import { shippingLeftOf } from './stake.ts';

/** What a recommendation weighs. */
export interface Choice {
  readonly claim: Claim;
  readonly order: OrderFacts;
  readonly policy: SharedPolicy;
  readonly clock: Clock;
}

interface Weighed extends Choice {
  readonly costs: Costs | null;
  /** What paying now costs: the amount less the ticket it saves. */
  readonly payNow: Money;
  /** What waiting costs: an owed buyer is paid in the end, by us or by the bank, and a share of them by the bank. */
  readonly waiting: Money;
}

/**
 * Every option with its expected cost, the cheapest lawful one first. Paying now costs V, the amount less the ticket it
 * saves; waiting costs p x (V + G), where G is the dispute share times fee and labour: so paying now is the cheaper
 * from p >= V / (V + G) on. Asking costs what waiting costs, and is preferred to it while it can tell something new.
 */
export function recommend(choice: Choice): Recommendation {
  const weighed = weigh(choice);
  const { claim, order, clock } = choice;
  const at = { country: order.destinationCountry, clock };
  const priced = optionsOf(weighed).map((option): Option => {
    const forbidden = forbiddenBy(option.kind, claim, at);
    return { ...option, lawful: forbidden === null, forbiddenBy: forbidden };
  });
  const [first, ...rest] = priced.sort(
    (a, b) =>
      Number(b.lawful) - Number(a.lawful) ||
      compare(a.expectedCost, b.expectedCost) ||
      preference(a.kind, claim) - preference(b.kind, claim),
  );
  return { options: first ? [first, ...rest] : [noneOf(order)] };
}

function weigh(choice: Choice): Weighed {
  const { claim, order, policy } = choice;
  const amount = claim.stake.estimate;
  const costs = costsOf(policy.costs, order.payment);
  const withFees = add(amount, scale(amount, policy.costs.keptFeePercent / 100));
  const payNow = costs ? less(withFees, costs.ticket) : withFees;
  const owed = costs ? add(payNow, costOfDisputes(costs)) : payNow;
  return { ...choice, costs, payNow, waiting: scale(owed, claim.probability.value) };
}

type Unweighed = Omit<Option, 'lawful' | 'forbiddenBy'>;

function optionsOf(weighed: Weighed): Unweighed[] {
  const { claim } = weighed;
  if (claim.remedies.length === 0) return [];
  const asking: readonly OptionKind[] =
    claim.ask === 'buyer' ? ['ask-buyer'] : claim.ask === 'carrier' ? ['contact-carrier'] : [];
  return [
    ...claim.remedies.map((kind) => remedyOption(kind, weighed)),
    ...asking.map((kind) => waitingOption(kind, weighed)),
    waitingOption('wait', weighed),
  ];
}

function waitingOption(kind: OptionKind, weighed: Weighed): Unweighed {
  const { claim, order, costs, waiting } = weighed;
  return {
    kind,
    amount: zero(order.currency),
    expectedCost: waiting,
    assumptions: [
      fact('probability', { percent: Math.round(claim.probability.value * 100) }),
      ...disputeAssumptions(costs, order),
    ],
  };
}

function disputeAssumptions(costs: Costs | null, { currency }: OrderFacts): readonly Evidence[] {
  return costs
    ? [
        fact('dispute-share', { percent: Math.round(costs.disputeShare * 100) }),
        fact('dispute-fee', { amount: money(costs.disputeFee) }),
        fact('dispute-labour', { amount: money(costs.disputeLabour) }),
      ]
    : [fact('costs-unknown-currency', { currency })];
}

function remedyOption(kind: RemedyKind, weighed: Weighed): Unweighed {
  switch (kind) {
    case 'refund':
    case 'refund-keep-item':
    case 'cancel-and-refund':
      return payNowOption(kind, weighed);
    case 'refund-shipping':
      return refundShipping(weighed);
    case 'partial-refund':
      return partialRefund(weighed);
    case 'refund-on-return':
      return refundOnReturn(weighed);
    case 'store-credit':
      return storeCredit(weighed);
    case 'reship':
      return reship(weighed);
  }
}

function payNowOption(kind: RemedyKind, { claim, policy, costs, payNow }: Weighed): Unweighed {
  const { keptFeePercent } = policy.costs;
  const { duties } = claim.stake;
  return {
    kind,
    amount: claim.stake.estimate,
    expectedCost: payNow,
    assumptions: [
      ...(costs ? [fact('ticket-saved', { amount: money(costs.ticket) })] : []),
      ...(keptFeePercent > 0 ? [fact('fee-kept', { percent: keptFeePercent })] : []),
      ...(duties ? [fact('duties-lost', { amount: money(duties) })] : []),
    ],
  };
}

/** The shipping now, which is gone for good; whoever is owed the rest still waits for it. */
function refundShipping({ claim, order, costs, payNow }: Weighed): Unweighed {
  const shipping = smaller(
    claim.stake.shipping ?? shippingLeftOf(order) ?? zero(order.currency),
    claim.stake.estimate,
  );
  const rest = less(payNow, shipping);
  const later = costs ? add(rest, costOfDisputes(costs)) : rest;
  const whole = compare(shipping, claim.stake.estimate) === 0;
  return {
    kind: 'refund-shipping',
    amount: shipping,
    expectedCost: whole ? payNow : add(shipping, scale(later, claim.probability.value)),
    assumptions: whole ? [] : [fact('rest-still-owed')],
  };
}

/** A part now, which some accept; the others are owed the whole as before. */
function partialRefund({ claim, policy, waiting }: Weighed): Unweighed {
  const { partialRefundPercent, partialAcceptedPercent } = policy.costs;
  const amount = scale(claim.stake.estimate, partialRefundPercent / 100);
  const accepted = partialAcceptedPercent / 100;
  return {
    kind: 'partial-refund',
    amount,
    expectedCost: add(scale(amount, accepted), scale(waiting, 1 - accepted)),
    assumptions: [
      fact('partial-accepted', { percent: partialAcceptedPercent, amount: money(amount) }),
    ],
  };
}

/** The money once the goods are back: less what they still bring, plus the way back where the seller pays it. */
function refundOnReturn(weighed: Weighed): Unweighed {
  const { claim, order, policy, costs, payNow } = weighed;
  // Goods whose natural remedy leaves them with the buyer are worth nothing to anybody else.
  const resalePercent = claim.remedies[0] === 'refund-keep-item' ? 0 : policy.costs.resalePercent;
  const resale = scale(claim.stake.estimate, resalePercent / 100);
  const buyerPays = policy.returns.buyerPaysReturn && claim.responsibility.party === 'buyer';
  const freight = costs ? freightOf(weighed, costs) : zero(order.currency);
  const handling = costs?.returnHandling ?? zero(order.currency);
  const cost = add(add(payNow, handling), buyerPays ? zero(order.currency) : freight);
  return {
    kind: 'refund-on-return',
    amount: claim.stake.estimate,
    // Whoever may send it back does, owed or not.
    expectedCost: less(cost, resale),
    assumptions: [
      fact('resale', { percent: resalePercent }),
      buyerPays ? fact('buyer-pays-return') : fact('return-freight', { amount: money(freight) }),
    ],
  };
}

function freightOf({ claim, order }: Weighed, costs: Costs): Money {
  const parcel =
    order.parcels.find(({ fulfillmentId }) => fulfillmentId === claim.fulfillmentId) ??
    order.parcels[0];
  const origin = parcel?.originCountry ?? null;
  const home = origin !== null && origin === order.destinationCountry;
  return home ? costs.returnFreightDomestic : costs.returnFreightCrossBorder;
}

function storeCredit({ claim, policy, payNow }: Weighed): Unweighed {
  const { storeCreditBonusPercent } = policy.returns;
  const bonus = scale(claim.stake.estimate, storeCreditBonusPercent / 100);
  const { goodsCostPercent } = policy.costs;
  // Credit is spent on goods: it costs what they cost.
  const spent = scale(add(payNow, bonus), goodsCostPercent / 100);
  return {
    kind: 'store-credit',
    amount: add(claim.stake.estimate, bonus),
    expectedCost: spent,
    assumptions: [
      fact('credit-bonus', { percent: storeCreditBonusPercent }),
      fact('goods-cost', { percent: goodsCostPercent }),
    ],
  };
}

/** The goods again: what they cost, and their way. */
function reship({ claim, order, policy, costs, payNow }: Weighed): Unweighed {
  const { goodsCostPercent } = policy.costs;
  const freight = costs?.reshipFreight ?? zero(order.currency);
  const goods = less(payNow, claim.stake.shipping ?? zero(order.currency));
  return {
    kind: 'reship',
    amount: zero(order.currency),
    expectedCost: add(scale(goods, goodsCostPercent / 100), freight),
    assumptions: [
      fact('goods-cost', { percent: goodsCostPercent }),
      fact('reship-freight', { amount: money(freight) }),
    ],
  };
}

function noneOf({ currency }: OrderFacts): Option {
  return {
    kind: 'none',
    amount: zero(currency),
    expectedCost: zero(currency),
    lawful: true,
    forbiddenBy: null,
    assumptions: [],
  };
}

/** At the same cost: the natural remedy, then asking, then merely waiting. */
function preference(kind: OptionKind, { remedies }: Claim): number {
  const remedy = (remedies as readonly OptionKind[]).indexOf(kind);
  if (remedy >= 0) return remedy;
  return kind === 'wait' ? 100 : 99;
}

/** What an owed buyer who is not paid costs on top of the money itself. */
function costOfDisputes(costs: Costs): Money {
  return scale(add(costs.disputeFee, costs.disputeLabour), costs.disputeShare);
}

function less(from: Money, amount: Money): Money {
  return larger(subtract(from, amount), zero(from.currencyCode));
}
