import { assess } from '../domain/assess.ts';
import type { Evidence } from '../domain/claim.ts';
import { numericIdOf, type Gid } from '../domain/ids.ts';
import type { TextReader } from '../domain/intent.ts';
import { rules } from '../domain/law/rules.ts';
import { zero, type CurrencyCode } from '../domain/money.ts';
import type { Policy } from '../domain/policy.ts';
import type { Assessment, Claim } from '../domain/suggestion.ts';
import { readWords } from '../domain/text/read-words.ts';
import { casesOfStory } from './cases-of-story.ts';
import type { Story } from './story.ts';

/** Judges every order of the story by the same `assess` as the live line; in the shape in which stories are shared. */
export function assessStory(story: Story, policy: Policy, read: TextReader = readWords) {
  const { now, cases } = casesOfStory(story, policy, read);
  return {
    assessments: cases.map((facts) =>
      printed(facts.order.orderId, facts.order.currency, assess(facts, policy, now)),
    ),
  };
}

function printed(
  orderId: Gid<'Order'>,
  currency: CurrencyCode,
  { claims, recommendation, care, lookAgainAt, notJudged }: Assessment,
) {
  const options = recommendation?.options ?? [];
  const [chosen] = options;
  return {
    orderId: numericIdOf(orderId),
    lookAgainAt,
    claims: claims.map(printedClaim),
    recommendation: {
      option: chosen?.kind ?? 'none',
      amount: (chosen?.amount ?? zero(currency)).amount,
      currencyCode: currency,
      options: options.map(({ kind, amount, expectedCost, lawful, forbiddenBy, assumptions }) => ({
        option: kind,
        amount: amount.amount,
        expectedCost: expectedCost.amount,
        lawful,
        forbiddenBy,
        assumptions: assumptions.map(printedEvidence),
      })),
    },
    care: { ...care, because: care.because.map(printedEvidence) },
    notJudged,
  };
}

function printedClaim(claim: Claim) {
  const { scenario, ground, fulfillmentId, probability, responsibility, stake } = claim;
  const codes = new Set(claim.evidence.map(({ code }) => code));
  return {
    scenario,
    ground,
    fulfillmentId: fulfillmentId && numericIdOf(fulfillmentId),
    probability: probability.value,
    parts: probability.parts,
    responsibility: {
      party: responsibility.party,
      basis: responsibility.because.filter((code) => codes.has(code)),
    },
    stake: {
      ...stake.estimate,
      shipping: stake.shipping?.amount ?? null,
      duties: stake.duties?.amount ?? null,
      fee: stake.fee?.amount ?? null,
      lines: stake.lines.map(({ lineItemId, quantity }) => ({
        lineItemId: numericIdOf(lineItemId),
        quantity,
      })),
    },
    evidence: claim.evidence.map(printedEvidence),
    deadlines: claim.deadlines.map(({ kind, at, rule }) => ({
      kind,
      at,
      rule,
      source: sourceOf(rule),
    })),
  };
}

function printedEvidence({ code, at, params }: Evidence) {
  return { code, at, params };
}

function sourceOf(rule: string): string {
  return rule in rules ? rules[rule as keyof typeof rules].citation : rule;
}
