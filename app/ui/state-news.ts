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

function newsOf(about: Suggestion) {
  if (news.has(about.state)) return { key: about.state, about };
  // Woken by a click is said with the click.
  const isBack = about.wokenBecause === 'time' || about.wokenBecause === 'changed';
  return about.state === 'open' && isBack ? { key: `woken-${about.wokenBecause}`, about } : null;
}

/** Announces how refunds go on and what woke up, once for each state. */
export function useStateNews(suggestions: readonly Suggestion[]): void {
  const words = useWords();
  const announce = useAnnounce();
  const before = useRef<ReadonlyMap<string, SuggestionState> | null>(null);
  useEffect(() => {
    const known = before.current;
    before.current = new Map(suggestions.map(({ id, state }) => [id, state]));
    if (!known) return;
    const said = suggestions
      .filter(({ id, state }) => known.has(id) && known.get(id) !== state)
      .flatMap((suggestion) => newsOf(suggestion) ?? [])
      .map(({ key, about }) =>
        words.t(`news.${key}`, {
          order: about.orderName,
          amount: moneyWords(about.amount, words),
        }),
      );
    if (said.length > 0) announce(said.join(' '));
  }, [suggestions, words, announce]);
}
