import type { Actor, AuditEvent } from '../domain/audit-event.ts';
import { problemCodeOf } from '../domain/shopify-problem.ts';
import { codeWords, knownCodeWords } from './code-words.ts';
import { evidenceWords, paramWords } from './evidence-words.ts';
import type { Words } from './words.ts';

/** What happened, with the reason or the amount where there is one. */
export function auditWords({ kind, params }: AuditEvent, words: Words): string {
  const details = Object.entries(params).map(([name, param]) => {
    if (typeof param !== 'string') return String(paramWords(name, param, words));
    switch (name) {
      case 'ground':
        return codeWords('ground', param, words);
      case 'because':
        return codeWords('woken', param, words);
      case 'reason':
        return codeWords(
          kind === 'suggestion-dismissed' ? 'dismiss-reason' : 'withdrawn',
          param,
          words,
        );
      default:
        return problemWords(param, words);
    }
  });
  const what = codeWords('audit', kind, words);
  if (details.length === 0) return what;
  return [what, details.join(words.t('evidence-separator'))].join(words.t('detail-separator'));
}

/** What stood in the way of a refund: a code of ours, a change of the order, or Shopify's own sentence. */
export function problemWords(problem: string, words: Words): string {
  if (problem.startsWith('change.')) {
    return evidenceWords({ code: problem, params: {}, at: null }, words);
  }
  const code = problemCodeOf(problem);
  return knownCodeWords('problem', code ?? problem, words) ?? problem;
}

/** An id, never a name: names stay at Shopify. */
export function actorWords(actor: Actor, { t }: Words): string {
  return actor === 'system'
    ? t('actor.system')
    : t('actor.staff', { id: actor.slice('staff:'.length) });
}
