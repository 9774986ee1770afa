import type { Evidence, EvidenceParam } from '../domain/claim.ts';
import { evidenceListed } from '../domain/listed-suggestion.ts';
import { daysBetween, type Instant } from '../domain/time.ts';
import { codeWords, type CodeKind } from './code-words.ts';
import { countryWords, dayWords, moneyWords } from './format.ts';
import type { WordParams } from './i18n.ts';
import type { Words } from './words.ts';

/** Where the words of a code with parameters live: what a claim rests on, what a cost assumes, what is wrong with a setting, what happened. */
export type EvidenceTree = 'evidence' | 'assumption' | 'policy-problem' | 'timeline';

export interface Reading {
  /** The moment of reading, to which elapsed days are counted; what counts none needs none. */
  readonly now?: Instant;
  readonly tree?: EvidenceTree;
}

/** One fact as a phrase without a full stop; an unknown code is shown as such. */
export function evidenceWords(
  evidence: Evidence,
  words: Words,
  { now, tree = 'evidence' }: Reading = {},
): string {
  const { code, params } = evidence;
  // `change.*` codes carry their tree with them.
  const key = code.startsWith('change.') ? code : `${tree}.${code}`;
  const spoken = spokenParams(params, words, now);
  const known = /^[a-z][a-z0-9.-]*$/.test(code) && words.has(key, spoken);
  return known ? words.t(key, spoken) : words.t('unknown-code', { code });
}

/** The strongest pieces, in one line. */
export function evidenceLine(
  evidence: readonly Evidence[],
  words: Words,
  now: Instant,
  pieces = evidenceListed,
): string {
  return evidence
    .slice(0, pieces)
    .map((piece) => evidenceWords(piece, words, { now }))
    .join(words.t('evidence-separator'));
}

/** Params whose texts are codes. */
const kindOfParam: Readonly<Record<string, CodeKind>> = {
  cause: 'scan-cause',
  dispute: 'dispute-reason',
  intent: 'intent',
  kind: 'scan-kind',
  leg: 'leg',
  problem: 'report-problem',
  reason: 'reason',
  source: 'telling-source',
  status: 'scan-status',
  verdict: 'carrier-answer',
};

/** Params that a phrase counts by, the first one that is there. */
const counted = ['days', 'units', 'parcels', 'photos', 'buyers', 'attempts', 'items', 'orders'];

function spokenParams(
  params: Evidence['params'],
  words: Words,
  now: Instant | undefined,
): WordParams {
  const spoken: Record<string, string | number> = {};
  for (const [name, param] of Object.entries(params)) {
    spoken[name] = paramWords(name, param, words, now);
  }
  const count = counted.map((name) => spoken[name]).find((value) => typeof value === 'number');
  if (count !== undefined) spoken['count'] = count;
  // A phrase of its own where a part of it is missing.
  if (params['place'] === '' || params['name'] === '') spoken['context'] = 'unnamed';
  return spoken;
}

export function paramWords(
  name: string,
  param: EvidenceParam,
  words: Words,
  now?: Instant,
): string | number {
  if (typeof param === 'number') return param;
  if (typeof param === 'string') {
    const kind = param === '' ? undefined : kindOfParam[name];
    return kind ? codeWords(kind, param, words) : param;
  }
  switch (param.kind) {
    case 'money':
      return moneyWords(param.money, words);
    case 'instant':
      return dayWords(param.instant, words);
    case 'country':
      return countryWords(param.code, words);
    case 'elapsed':
      // Without a moment of reading only the day itself can be told.
      return now ? daysBetween(param.since, now) : dayWords(param.since, words);
    default:
      // A kind that a newer version wrote down.
      return words.t('unknown-code', { code: name });
  }
}
