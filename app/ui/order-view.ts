import { isPositive } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import { dismissReasons, type Suggestion } from '../domain/suggestion.ts';
import { millisecondsOf, type Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { isDone, type DecisionOutcome } from './decision.ts';
import { resultWords } from './decision-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { firstChoice } from './first-choice.ts';
import { moneyWords, relativeWords } from './format.ts';
import type { EditorView, PriceView, SaidView, SuggestionView } from './order-answer.ts';
import { isDecidable } from './placed-rows.ts';
import type { Words } from './words.ts';

/** How many lines of evidence an extension shows. */
const evidenceShown = 3;

export function suggestionView(
  suggestion: Suggestion,
  facts: OrderFacts | null,
  { words, now }: { readonly words: Words; readonly now: Instant },
): SuggestionView {
  const { claim, state, care, holdUntil } = suggestion;
  const decidable = isDecidable(suggestion);
  const can = !decidable ? 'look' : care.checklist.length > 0 ? 'review' : 'decide';
  const left = holdUntil === null ? 0 : (millisecondsOf(holdUntil) - millisecondsOf(now)) / 1000;
  return {
    id: suggestion.id,
    version: suggestion.version,
    orderName: suggestion.orderName,
    state,
    stateWords: codeWords('state', state, words),
    ground: codeWords('ground', claim.ground, words),
    responsible: codeWords('party', claim.responsibility.party, words),
    evidence: claim.evidence
      .slice(0, evidenceShown)
      .map((piece) => evidenceWords(piece, words, { now })),
    amount: moneyWords(suggestion.amount, words),
    clocks: [...claim.deadlines]
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ kind, at }) => ({
        label: words.t(`clocks.${kind}`),
        when: relativeWords(at, now, words),
        isPast: at <= now,
      })),
    can,
    isFree: !isPositive(suggestion.amount),
    secondsLeft: state === 'approved' ? Math.max(0, Math.ceil(left)) : null,
    dismissReasons: dismissReasons.map((code) => ({
      code,
      words: codeWords('dismiss-reason', code, words),
    })),
    editor:
      can === 'decide' && facts && isOfMoneyAlone(suggestion, facts)
        ? editorView(suggestion, facts)
        : null,
  };
}

/** What an extension can change of a refund is money: where a fee, a return or what is only held comes in, the suggestion's own page asks. */
function isOfMoneyAlone({ amount, claim }: Suggestion, { returns }: OrderFacts): boolean {
  const isReturning = returns.some(({ status }) => status === 'OPEN' || status === 'REQUESTED');
  return isPositive(amount) && claim.stake.fee === null && !isReturning;
}

function editorView(suggestion: Suggestion, facts: OrderFacts): EditorView {
  return {
    choice: firstChoice(suggestion, facts),
    currency: facts.currency,
    lines: facts.lines.map(({ lineItemId, title, refundableQuantity }) => ({
      lineItemId,
      title,
      most: refundableQuantity,
    })),
  };
}

/** Null for what the suggestion itself shows. */
export function saidView(
  outcome: DecisionOutcome,
  suggestion: Suggestion | null,
  words: Words,
): SaidView | null {
  if (isDone(outcome)) return null;
  if (!suggestion) {
    return {
      tone: 'critical',
      title: words.t('outcome.unreadable.title'),
      text: words.t('outcome.unreadable.next'),
    };
  }
  const { tone, title, details, next } = resultWords(outcome, suggestion, words);
  return { tone, title, text: [...details, next].filter((part) => part !== '').join(' ') };
}

/** What a choice comes to, or why it can't be paid. */
export function priceView(
  price: ChoicePrice | { readonly outcome: 'unreadable' },
  words: Words,
): PriceView {
  switch (price.outcome) {
    case 'priced':
      return { outcome: 'priced', amount: price.amount, words: moneyWords(price.amount, words) };
    case 'wrong':
      return { outcome: 'refused', words: codeWords('choice-problem', price.problem.code, words) };
    case 'not-refundable':
      return { outcome: 'refused', words: codeWords('not-refundable', price.reason, words) };
    case 'unreachable':
      return { outcome: 'refused', words: words.t('outcome.unreachable.title') };
    case 'gone':
    case 'unreadable':
      return { outcome: 'refused', words: words.t('outcome.unreadable.next') };
  }
}
