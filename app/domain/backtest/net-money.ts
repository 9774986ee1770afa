import { add, approximate, scale, subtract, sum, type CurrencyCode, type Money } from '../money.ts';
import type { Costs } from '../remedy/costs.ts';
import type { Instant } from '../time.ts';
import { isOwed, weightOf } from './measures.ts';
import type { Act, Trial } from './trial.ts';

/** What the figures assume besides the policy's costs. */
export interface MoneyAssumptions {
  /** Of what was paid to buyers who were not owed, how much comes back: goods returned, buyers who pay again. */
  readonly recoveredPercent: number;
  /**
   * Whether outcomes tell who went to his bank and who wrote. Where they don't, the policy's share of owed buyers disputes, and
   * every owed buyer writes.
   */
  readonly outcomesTell: boolean;
}

/** `numbers.md` c4: nobody has measured it, so nothing comes back. */
const usualMoneyAssumptions: MoneyAssumptions = { recoveredPercent: 0, outcomesTell: true };

/** What acting would have cost and saved, against waiting for the buyer or his bank. */
export interface NetMoney {
  /** Refunds to owed buyers, which they would have got anyway, later. */
  readonly paidEarly: Money;
  /** Refunds to buyers who were not owed, less what comes back. */
  readonly paidForNothing: Money;
  /** Refunds of which nothing tells whether they were owed: in no other figure. */
  readonly undecided: Money;
  readonly disputesAvoided: number;
  readonly feesAvoided: Money;
  readonly ticketsAvoided: Money;
  readonly net: Money;
  readonly netPerThousand: Money;
  /** Orders whose costs are not known in the currency: not in the figures. */
  readonly uncounted: number;
}

interface Counted extends Trial {
  readonly costs: Costs;
}

interface Acted extends Counted {
  readonly act: Act;
}

export function netMoney(
  trials: readonly Trial[],
  currency: CurrencyCode,
  assumed: MoneyAssumptions = usualMoneyAssumptions,
): NetMoney {
  const counted = trials.flatMap((trial): Counted[] =>
    trial.costs !== null && trial.value.currencyCode === currency
      ? [{ ...trial, costs: trial.costs }]
      : [],
  );
  const acted = counted.flatMap((trial): Acted[] =>
    trial.act === null ? [] : [{ ...trial, act: trial.act }],
  );
  const right = acted.filter(isOwed);
  const total = (of: readonly Acted[], figure: (trial: Acted) => Money) =>
    sum(
      of.map((trial) => stretch(figure(trial), trial.weight)),
      currency,
    );
  const paid = (of: readonly Acted[]) => total(of, ({ act }) => act.amount);
  const paidForNothing = scale(
    paid(acted.filter(({ truth }) => truth === 'not-owed')),
    1 - assumed.recoveredPercent / 100,
  );
  const feesAvoided = total(right, (trial) => feesOf(trial, assumed));
  const writing = acted.filter((trial) => wouldWrite(trial, assumed));
  const ticketsAvoided = total(writing, ({ costs }) => costs.ticket);
  const net = subtract(add(feesAvoided, ticketsAvoided), paidForNothing);
  const orders = weightOf(counted);
  return {
    paidEarly: paid(right),
    paidForNothing,
    undecided: paid(acted.filter(({ truth }) => truth === 'undecided')),
    disputesAvoided: right.reduce(
      (all, trial) => all + trial.weight * disputeShareOf(trial, assumed),
      0,
    ),
    feesAvoided,
    ticketsAvoided,
    net,
    netPerThousand: stretch(net, 1000 / Math.max(1, orders)),
    uncounted: trials.length - counted.length,
  };
}

/** Estimates of money, for orders that stand for more than themselves. */
function stretch({ amount, currencyCode }: Money, factor: number): Money {
  return approximate(Number(amount) * factor, currencyCode);
}

function feesOf(trial: Acted, assumed: MoneyAssumptions): Money {
  const { disputeFee, disputeLabour } = trial.costs;
  return scale(add(disputeFee, disputeLabour), disputeShareOf(trial, assumed));
}

/** How much of a dispute acting would have spared: all of one that followed, none of one that was there. */
function disputeShareOf(
  { outcome, act, costs }: Acted,
  { outcomesTell }: MoneyAssumptions,
): number {
  if (!outcomesTell) return costs.disputeShare;
  return isAfter(act, outcome.disputedAt) ? 1 : 0;
}

function wouldWrite({ outcome, act, truth }: Acted, { outcomesTell }: MoneyAssumptions): boolean {
  return outcomesTell ? isAfter(act, outcome.wroteAt) : truth === 'owed';
}

function isAfter({ at }: Act, then: Instant | null): boolean {
  return then !== null && then > at;
}
