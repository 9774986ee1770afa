import type { Suggestion } from '../domain/suggestion.ts';
import { codeWords } from './code-words.ts';
import type { DecisionResult } from './decision.ts';
import { evidenceWords } from './evidence-words.ts';
import { instantWords, moneyWords } from './format.ts';
import type { Words } from './words.ts';

/** What is said of a result: what happened, what exactly, and what to do next. */
export interface ResultWords {
  readonly tone: 'success' | 'info' | 'warning' | 'critical';
  readonly title: string;
  readonly details: readonly string[];
  readonly next: string;
}

export function resultWords(
  result: DecisionResult,
  suggestion: Suggestion,
  words: Words,
): ResultWords {
  const { t } = words;
  const { outcome } = result;
  const say = (tone: ResultWords['tone'], details: readonly string[] = []): ResultWords => ({
    tone,
    title: t(`outcome.${outcome}.title`, { order: suggestion.orderName }),
    details,
    next: t(`outcome.${outcome}.next`),
  });
  switch (result.outcome) {
    case 'approved':
      return {
        tone: 'success',
        title: t('outcome.approved.title', {
          amount: moneyWords(result.amount, words),
          order: suggestion.orderName,
        }),
        details: [],
        next: t('outcome.approved.next'),
      };
    case 'undone':
    case 'dismissed':
    case 'woken':
      return say('success');
    case 'snoozed':
      return {
        ...say('success'),
        title: t('outcome.snoozed.title', {
          order: suggestion.orderName,
          at: instantWords(result.until, words),
        }),
      };
    case 'past-act-by':
      return say('warning', [t('snooze.past-act-by', { at: instantWords(result.actBy, words) })]);
    case 'stale':
      return say(
        'warning',
        result.changes.map((change) => evidenceWords(change, words)),
      );
    case 'already-decided':
    case 'too-late':
      return say('info', [t('outcome.stands', { state: codeWords('state', result.state, words) })]);
    case 'not-refundable':
      return say('critical', [codeWords('not-refundable', result.reason, words)]);
    case 'over-limit':
      return say('warning', [
        t(`limit.${result.limit}`, { amount: moneyWords(result.most, words) }),
      ]);
    case 'wrong-choice':
      return say('warning', [codeWords('choice-problem', result.problem.code, words)]);
    case 'unreachable':
    case 'no-answer':
    case 'unreadable':
    case 'wrong-date':
      return say('critical');
    case 'gone':
    case 'checklist-open':
    case 'second-person-needed':
      return say('info');
  }
}

/** The same as one text, for a screen reader or a toast. */
export function resultSentence(said: ResultWords): string {
  return [said.title, ...said.details, said.next].filter((part) => part !== '').join(' ');
}
