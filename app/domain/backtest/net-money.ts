import {
  add,
  approximate,
  scale,
  subtract,
  sum,
  zero,
  type CurrencyCode,
  type Money,
} from '../money.ts';
import { isOwed, weightOf } from './measures.ts';
import type { Trial } from './trial.ts';

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
export const usualMoneyAssumptions: MoneyAssumptions = { recoveredPercent: 0, outcomesTell: true };

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

export function netMoney(
  trials: readonly Trial[],
  currency: CurrencyCode,
  assumed: MoneyAssumptions = usualMoneyAssumptions,
): NetMoney {
  const counted = trials.filter(
    ({ costs, value }) => costs !== null && value.currencyCode === currency,
  );
  const acted = counted.filter(({ act }) => act !== null);
  const right = acted.filter(isOwed);
  const total = (of: readonly Trial[], figure: (trial: Trial) => Money) =>
    sum(
      of.map((trial) => stretch(figure(trial), trial.weight)),
      currency,
    );
  const paid = (of: readonly Trial[]) => total(of, ({ act }) => act?.amount ?? zero(currency));
  const paidForNothing = scale(
    paid(acted.filter(({ truth }) => truth === 'not-owed')),
    1 - assumed.recoveredPercent / 100,
  );
  const feesAvoided = total(right, (trial) => feesOf(trial, currency, assumed));
  const ticketsAvoided = total(acted, (trial) =>
    writes(trial, assumed) ? (trial.costs?.ticket ?? zero(currency)) : zero(currency),
  );
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

function feesOf(trial: Trial, currency: CurrencyCode, assumed: MoneyAssumptions): Money {
  const { costs } = trial;
  if (!costs) return zero(currency);
  return scale(add(costs.disputeFee, costs.disputeLabour), disputeShareOf(trial, assumed));
}

/** How much of a dispute acting would have spared: all of one that followed, none of one that was there. */
function disputeShareOf(
  { outcome, act, costs }: Trial,
  { outcomesTell }: MoneyAssumptions,
): number {
  if (!outcomesTell) return costs?.disputeShare ?? 0;
  const { disputedAt } = outcome;
  return act !== null && disputedAt !== null && disputedAt > act.at ? 1 : 0;
}

function writes({ outcome, act, truth }: Trial, { outcomesTell }: MoneyAssumptions): boolean {
  if (!outcomesTell) return truth === 'owed';
  return act !== null && outcome.wroteAt !== null && outcome.wroteAt > act.at;
}
