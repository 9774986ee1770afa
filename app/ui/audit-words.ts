import type { Actor, AuditEvent, AuditKind } from '../domain/audit-event.ts';
import type { EvidenceParam } from '../domain/claim.ts';
import { problemCodeOf } from '../domain/shopify-problem.ts';
import { codeWords, knownCodeWords } from './code-words.ts';
import { evidenceWords, paramWords } from './evidence-words.ts';
import { languageWords } from './format.ts';
import { wordingLabel } from './wording-label.ts';
import { settingLabelKey } from './setting-words.ts';
import type { Words } from './words.ts';

/** What happened, with the reason or the amount where there is one. */
export function auditWords(
  { kind, params }: Pick<AuditEvent, 'kind' | 'params'>,
  words: Words,
): string {
  const what = codeWords('audit', kind, words);
  const details =
    kind === 'automation-left'
      ? [leftWords(params, words)]
      : Object.entries(params).flatMap(
          ([name, param]) => detailWords(kind, name, param, words) ?? [],
        );
  if (details.length === 0) return what;
  return [what, details.join(words.t('evidence-separator'))].join(words.t('detail-separator'));
}

/** Which ground left automation, with how often it was right and how often it would have to be. */
function leftWords({ ground, right, needed }: AuditEvent['params'], words: Words): string {
  return words.t('back-test.left', {
    ground: codeWords('ground', plainParam(ground), words),
    right: plainParam(right),
    needed: plainParam(needed),
  });
}

function plainParam(param: EvidenceParam | undefined): string {
  return typeof param === 'string' || typeof param === 'number' ? String(param) : '';
}

/** Params that say how many of something (`activity.<name>`). */
const counted = new Set(['decisions', 'deliveries', 'said', 'orders']);

function detailWords(
  kind: AuditKind,
  name: string,
  param: EvidenceParam,
  words: Words,
): string | null {
  // Which version was seen, and Flow's id of a run, are for comparing, not for reading.
  if (name === 'version' || name === 'run') return null;
  if (counted.has(name) && typeof param === 'number') {
    return words.t(`activity.${name}`, { count: param });
  }
  if (typeof param !== 'string') {
    const said = String(paramWords(name, param, words));
    return kind === 'automation-capped' ? words.t(`limit.${name}`, { amount: said }) : said;
  }
  if (kind === 'policy-changed') return settingWords(name, param, words);
  switch (name) {
    case 'ground':
      return codeWords('ground', param, words);
    case 'service':
      return words.t(`tracking-service.${param}`);
    case 'because':
      return codeWords('woken', param, words);
    case 'language':
      return languageWords(param, words);
    case 'conflicts':
      return words.t('activity.agreed', { titles: conflictTitles(param, words) });
    case 'verdict':
      return codeWords('carrier-answer', param, words);
    case 'reason':
      return codeWords(
        kind === 'suggestion-dismissed' ? 'dismiss-reason' : 'withdrawn',
        param,
        words,
      );
    default:
      return problemWords(param, words);
  }
}

/** Of the keys of conflicts, each once. */
function conflictTitles(keys: string, words: Words): string {
  const codes = new Set(keys.split(' ').map((key) => key.split('.')[0] ?? key));
  return [...codes]
    .map((code) =>
      words.has(`law-conflict.${code}.title`) ? words.t(`law-conflict.${code}.title`) : code,
    )
    .join(words.t('evidence-separator'));
}

/** A setting by its path, and what it was set to. */
function settingWords(path: string, value: string, words: Words): string {
  const { t, has } = words;
  const label = `policy.${settingLabelKey(path)}.label`;
  const said = settingValueWords(path, value, words);
  const named = wordingLabel(path, words) ?? (has(label) ? t(label) : path);
  return [named, said].join(t('detail-separator'));
}

/** What a setting was set to; itself where it has no words. */
export function settingValueWords(path: string, value: string, { t, has }: Words): string {
  if (value === 'null' && path.startsWith('messages.')) return t('messages.ours');
  const known = [`policy-choice.${path}.${value}`, `setting-value.${value}`].find((key) =>
    has(key),
  );
  return known ? t(known) : value;
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
