import { useRevalidator } from '@remix-run/react';
import { useEffect, useMemo, useState } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { readStanding } from './ask-server.ts';
import { isMoving } from './placed-rows.ts';
import { laterMs, soonMs } from './use-live-reload.ts';
import { usePlacedRows } from './use-placed-rows.ts';

/**
 * One suggestion, followed: a cheap question every second and a half while something is moving, every
 * fifteen otherwise, none while the tab is hidden. Only news makes the page be read again as a whole, since
 * Shopify is asked for a price each time.
 */
export function useStanding(
  loaded: Suggestion,
  {
    factsReadAt,
    now,
    isHurried,
  }: {
    readonly factsReadAt: Instant | null;
    readonly now: Instant;
    readonly isHurried: boolean;
  },
) {
  const listed = useMemo(() => ({ rows: [loaded], now }), [loaded, now]);
  const { placed, note } = usePlacedRows(loaded.id, listed);
  const suggestion = placed[0]?.suggestion ?? loaded;
  const { revalidate } = useRevalidator();
  const [isConnected, setIsConnected] = useState(true);
  const [newestFacts, setNewestFacts] = useState(factsReadAt);
  const [asked, setAsked] = useState(0);
  const everyMs = isHurried || isMoving(suggestion) ? soonMs : laterMs;

  useEffect(() => {
    const ask = () => {
      if (document.hidden) return;
      void readStanding(loaded.id).then((standing) => {
        setIsConnected(standing !== null);
        if (standing) {
          note(standing);
          setNewestFacts(standing.factsReadAt);
        }
        setAsked((times) => times + 1);
      });
    };
    const timer = setTimeout(ask, everyMs);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [loaded.id, everyMs, asked, note]);

  const isNews =
    suggestion.state !== loaded.state ||
    suggestion.version !== loaded.version ||
    // After a refund it is the order that says that the money went back.
    (newestFacts ?? '') > (factsReadAt ?? '');
  useEffect(() => {
    if (isNews) revalidate();
  }, [isNews, suggestion.state, suggestion.version, newestFacts, revalidate]);

  return { suggestion, note, isConnected };
}
