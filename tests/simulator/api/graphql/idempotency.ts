import type { SimulatorClock } from '../shopify-api.ts';

/** https://shopify.dev/docs/api/usage/implementing-idempotency */
const keptMs = 24 * 60 * 60 * 1000;

export type KeyVerdict<Answer> =
  | {
      readonly outcome: 'fresh';
      readonly done: (answer: Answer) => void;
      readonly answered: () => void;
    }
  | { readonly outcome: 'replay'; readonly answer: Answer }
  | { readonly outcome: 'in-progress' }
  | { readonly outcome: 'mismatch' };

interface Entry<Answer> {
  readonly fingerprint: string;
  readonly firstSeen: number;
  readonly answer: { readonly value: Answer } | null;
  readonly inProgress: boolean;
}

/** The keys of one shop. A key is in progress until its first answer has left. */
export function openKeys<Answer>(clock: SimulatorClock) {
  const entries = new Map<string, Entry<Answer>>();
  return {
    claim(key: string, fingerprint: string): KeyVerdict<Answer> {
      const now = clock.now().getTime();
      const known = entries.get(key);
      if (known && now - known.firstSeen < keptMs) {
        if (known.fingerprint !== fingerprint) return { outcome: 'mismatch' };
        if (known.inProgress || !known.answer) return { outcome: 'in-progress' };
        return { outcome: 'replay', answer: known.answer.value };
      }
      entries.set(key, { fingerprint, firstSeen: now, answer: null, inProgress: true });
      return {
        outcome: 'fresh',
        done: (value) => change(key, (entry) => ({ ...entry, answer: { value } })),
        answered: () => change(key, (entry) => ({ ...entry, inProgress: false })),
      };
    },
  };

  function change(key: string, next: (entry: Entry<Answer>) => Entry<Answer>): void {
    const entry = entries.get(key);
    if (entry) entries.set(key, next(entry));
  }
}
