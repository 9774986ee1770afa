import type { CaseFacts } from './case-facts.ts';
import type { Evidence } from './claim.ts';
import type { Clock } from './clock.ts';
import { fact } from './evidence.ts';
import { compare } from './money.ts';
import type { CarePolicy, SharedPolicy } from './policy/sections.ts';
import { amountOf } from './remedy/costs.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { Care, Claim, Recommendation } from './suggestion.ts';
import { addDays } from './time.ts';

export const noCare: Care = { automatic: true, secondPerson: false, checklist: [], because: [] };

/** What law and ethics ask before money moves in special circumstances (`checklist.<code>` in the locale files). */
const checklists: Partial<Record<GroundId, readonly string[]>> = {
  safety: ['buyer-is-safe', 'stop-selling', 'authority-told', 'do-not-send-back'],
  health: ['no-medical-detail', 'right-by-law', 'kind-answer'],
  bereavement: ['no-proof-asked', 'kind-answer'],
  'hygiene-exception': ['seal-intact', 'faulty-goods-first'],
};

interface Judged {
  readonly claim: Claim;
  readonly recommendation: Recommendation;
  readonly facts: CaseFacts;
  readonly policy: SharedPolicy;
  readonly clock: Clock;
}

/** How much of a person's attention the verdict needs. Signs of abuse ask for a look; they lower nobody's right. */
export function careOf(judged: Judged): Care {
  const { claim } = judged;
  const special = claim.scenario === 'special-circumstances';
  const because = [...restsOnWords(claim), ...signsOfAbuse(judged), ...doubtsIn(claim)];
  return {
    automatic: !special && because.length === 0,
    secondPerson: special && isAboveLimit(judged),
    checklist: checklists[claim.ground] ?? [],
    because,
  };
}

function isAboveLimit({ claim, facts, policy }: Judged): boolean {
  const { secondPersonAbove } = policy.care;
  if (secondPersonAbove === null) return false;
  const limit = amountOf(secondPersonAbove, policy.costs, facts.order.payment);
  // Where the limit cannot be told in the order's currency, two people look.
  return limit === null || compare(claim.stake.estimate, limit) > 0;
}

/** What a text was read as is no ground to pay on by itself: a person reads it first. */
function restsOnWords({ probability }: Claim): readonly Evidence[] {
  return probability.parts.some(({ code }) => code === 'text-only') ? [fact('words-alone')] : [];
}

/** Evidence that makes the facts themselves less reliable. */
const doubtCodes = new Set(['scans-contradict', 'scan-in-future', 'scan-before-parcel']);

function doubtsIn({ evidence }: Claim): readonly Evidence[] {
  return evidence.filter(({ code }) => doubtCodes.has(code));
}

function signsOfAbuse({ claim, recommendation, facts, policy, clock }: Judged): Evidence[] {
  const { customer } = facts;
  const signs: Evidence[] = [];
  if (customer) signs.push(...signsOfCustomer(customer, policy.care, claim));
  const keeps = recommendation.options[0].kind === 'refund-keep-item';
  if (keeps && customer && customer.keptItems >= policy.care.keepItemLimit) {
    signs.push(fact('items-kept-often', { items: customer.keptItems }));
  }
  const told = [...facts.signals.reports, ...facts.signals.messages].find(
    ({ at }) =>
      clock.hasPassed(at) && at < addDays(facts.order.createdAt, policy.care.abuseFirstDays),
  );
  if (told) signs.push(fact('claimed-early', {}, told.at));
  return signs;
}

function signsOfCustomer(
  customer: NonNullable<CaseFacts['customer']>,
  policy: CarePolicy,
  claim: Claim,
): readonly Evidence[] {
  const signs: Evidence[] = [];
  const { orders, refundedOrders, notReceivedOrders } = customer;
  const often = refundedOrders * 100 >= policy.abuseRefundSharePercent * orders;
  if (orders >= policy.abuseMinimumOrders && often) {
    signs.push(fact('refunded-often', { refunded: refundedOrders, orders }));
  }
  const missing = claim.scenario === 'logistics';
  if (missing && notReceivedOrders >= policy.abuseNotReceivedOrders) {
    signs.push(fact('not-received-often', { orders: notReceivedOrders }));
  }
  return signs;
}
