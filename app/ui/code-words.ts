import type { Words } from './words.ts';

/**
 * The words of a code: ours or Shopify's (`<kind>.<code>` in the locale files). One that has none,
 * as a value that Shopify added since, is shown as unknown, with the code itself.
 */
export function codeWords(kind: CodeKind, code: string, words: Words): string {
  return knownCodeWords(kind, code, words) ?? words.t('unknown-code', { code });
}

export function knownCodeWords(kind: CodeKind, code: string, words: Words): string | null {
  const key = `${kind}.${code}`;
  // Codes such as `constructor` are keys of every object, and a dot would lead into a tree.
  if (!/^[A-Za-z][\w-]*$/.test(code) || code in Object.prototype || !words.has(key)) return null;
  return words.t(key);
}

export type CodeKind =
  | 'scenario'
  | 'ground'
  | 'party'
  | 'state'
  | 'dismiss-reason'
  | 'withdrawn'
  | 'woken'
  | 'audit'
  | 'attempt'
  | 'money-status'
  | 'problem'
  | 'deadline'
  | 'option'
  | 'basis'
  | 'probability'
  | 'unread'
  | 'intent'
  | 'reader'
  | 'not-refundable'
  | 'choice-problem'
  | 'bulk-outcome'
  | 'scan-status'
  | 'parcel-status'
  | 'financial-status'
  | 'fulfillment-status'
  | 'transaction-status'
  | 'return-status'
  | 'dispute-kind'
  | 'dispute-status'
  | 'gateway'
  | 'missing'
  | 'checklist'
  | 'scan-kind'
  | 'scan-cause'
  | 'leg'
  | 'reason'
  | 'dispute-reason'
  | 'report-problem'
  | 'telling-source'
  | 'carrier-answer'
  | 'story-problem';
