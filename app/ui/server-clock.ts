import { createContext, useContext, useEffect, useState } from 'react';
import { instantAt, millisecondsOf, type Instant } from '../domain/time.ts';

/** The server's time, as far as the browser knows it: its own clock may be wrong by any amount. */
export interface ServerClock {
  now(): Instant;
  tell(now: Instant): void;
}

/**
 * Stands still until it is told a time in the browser, so that the first render equals the server's. What
 * is told is always late by its way here: the latest time that follows from any of it is the truest.
 */
function createServerClock(startedAt: Instant): ServerClock {
  let offset: number | null = null;
  return {
    now: () => (offset === null ? startedAt : instantAt(performance.now() + offset)),
    tell: (now) => {
      offset = Math.max(offset ?? -Infinity, millisecondsOf(now) - performance.now());
    },
  };
}

/** One clock for the life of the page, set anew by every answer of the server. */
export function useServerClock(now: Instant): ServerClock {
  const [clock] = useState(() => createServerClock(now));
  useEffect(() => {
    clock.tell(now);
  }, [clock, now]);
  return clock;
}

export const ServerClockContext = createContext<ServerClock | null>(null);

/** Whole seconds until an instant by the server's clock, ticking; never below zero. */
export function useSecondsUntil(instant: Instant): number {
  const clock = useContext(ServerClockContext);
  if (!clock) throw new Error('no server clock around this component');
  const [seconds, setSeconds] = useState(() => secondsBetween(clock.now(), instant));
  useEffect(() => {
    const tick = () => {
      setSeconds(secondsBetween(clock.now(), instant));
    };
    tick();
    const ticking = setInterval(tick, 250);
    return () => {
      clearInterval(ticking);
    };
  }, [clock, instant]);
  return seconds;
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.ceil((millisecondsOf(to) - millisecondsOf(from)) / 1000));
}
