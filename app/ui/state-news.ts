import { useEffect, useRef } from 'react';
import type { Suggestion, SuggestionState } from '../domain/suggestion.ts';
import { useAnnounce } from './announcer.tsx';
import { moneyWords } from './format.ts';
import { useWords } from './words-context.tsx';

/** Said aloud when a suggestion gets there; the others are answers to a click and said with it. */
const news: ReadonlySet<SuggestionState> = new Set([
  'refunding',
  'refunded',
  'rejected',
  'unknown',
]);

/** Announces how refunds go on, once for each state. */
export function useStateNews(suggestions: readonly Suggestion[]): void {
  const words = useWords();
  const announce = useAnnounce();
  const before = useRef<ReadonlyMap<string, SuggestionState> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(suggestions.map(({ id, state }) => [id, state]));
    if (!known) return;
    const said = suggestions
      .filter(({ id, state }) => news.has(state) && known.has(id) && known.get(id) !== state)
      .map((suggestion) =>
        words.t(`news.${suggestion.state}`, {
          order: suggestion.orderName,
          amount: moneyWords(suggestion.amount, words),
        }),
      );
    if (said.length > 0) announce(said.join(' '));
  }, [suggestions, words, announce]);
}
