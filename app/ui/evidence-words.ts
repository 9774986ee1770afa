import type { Evidence, EvidenceParam } from '../domain/claim.ts';
import { codeWords, type CodeKind } from './code-words.ts';
import { countryWords, dayWords, moneyWords } from './format.ts';
import type { WordParams, Words } from './words.ts';

/** Where the words of a kind of evidence live: what a claim rests on, what changed, what a cost assumes. */
export type EvidenceTree = 'evidence' | 'assumption';

/** One fact as a phrase without a full stop; an unknown code is shown as such. */
export function evidenceWords(
  evidence: Evidence,
  words: Words,
  tree: EvidenceTree = 'evidence',
): string {
  const { code, params } = evidence;
  // `change.*` codes carry their tree with them.
  const key = code.startsWith('change.') ? code : `${tree}.${code}`;
  const spoken = spokenParams(params, words);
  const known = /^[a-z][a-z0-9.-]*$/.test(code) && words.has(key, spoken);
  return known ? words.t(key, spoken) : words.t('unknown-code', { code });
}

/** The strongest pieces, in one line. */
export function evidenceLine(evidence: readonly Evidence[], words: Words, pieces = 3): string {
  return evidence
    .slice(0, pieces)
    .map((piece) => evidenceWords(piece, words))
    .join(words.t('evidence-separator'));
}

/** Params whose texts are codes. */
const kindOfParam: Readonly<Record<string, CodeKind>> = {
  status: 'scan-status',
  reason: 'hold-reason',
};

function spokenParams(params: Evidence['params'], words: Words): WordParams {
  const spoken: Record<string, string | number> = {};
  for (const [name, param] of Object.entries(params)) {
    spoken[name] = paramWords(name, param, words);
  }
  const count = params['days'] ?? params['units'];
  if (typeof count === 'number') spoken['count'] = count;
  // A phrase of its own where a part of it is missing.
  if (params['place'] === '' || params['name'] === '') spoken['context'] = 'unnamed';
  return spoken;
}

export function paramWords(name: string, param: EvidenceParam, words: Words): string | number {
  if (typeof param === 'number') return param;
  if (typeof param === 'string') {
    const kind = kindOfParam[name];
    return kind ? codeWords(kind, param, words) : param;
  }
  switch (param.kind) {
    case 'money':
      return moneyWords(param.money, words);
    case 'instant':
      return dayWords(param.instant, words);
    case 'country':
      return countryWords(param.code, words);
    default:
      // A kind that a newer version wrote down.
      return words.t('unknown-code', { code: name });
  }
}
