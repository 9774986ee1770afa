import { useEffect, useRef } from 'react';

/**
 * Changes of a page's query that come faster than the page follows: each builds on the one before it, also when both come before
 * the first is seen on its way. `going` is the query of the page that is shown, or on its way.
 */
export function useAsked<Query>(going: Query, go: (query: Query) => void) {
  const asked = useRef<Query | null>(null);
  useEffect(() => {
    asked.current = null;
  }, [going]);
  return (changed: (query: Query) => Query) => {
    asked.current = changed(asked.current ?? going);
    go(asked.current);
  };
}
