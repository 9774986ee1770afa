import { useCallback, useEffect, useState } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { readStanding } from './ask-server.ts';
import type { Standing } from './decision.ts';
import { placeAgain, placeFirst, placeOne, unlistedToRead, type Seen } from './placed-rows.ts';

interface Listed {
  readonly rows: readonly Suggestion[];
  readonly now: Instant;
}

/** The rows in their places (see `placed-rows.ts`). `visit` names a visit of the page: a new one starts anew. */
export function usePlacedRows(visit: string, listed: Listed) {
  const [state, setState] = useState(() => firstSeen(visit, listed));
  let current = state;
  if (state.visit !== visit) current = firstSeen(visit, listed);
  else if (state.listed !== listed) {
    current = { visit, listed, placed: placeAgain(state.placed, listed.rows, listed.now) };
  }
  // React renders again at once: the state follows what the loader brought.
  if (current !== state) setState(current);

  const note = useCallback((standing: Standing) => {
    const { current: suggestion, now } = standing;
    if (!suggestion) return;
    setState((before) => ({ ...before, placed: placeOne(before.placed, suggestion, now) }));
  }, []);

  // Rows that have left the list are asked for whenever the list was read.
  const { placed } = current;
  useEffect(() => {
    let isOver = false;
    for (const { id } of unlistedToRead(placed)) {
      void readStanding(id).then((standing) => {
        if (standing && !isOver) note(standing);
      });
    }
    return () => {
      isOver = true;
    };
    // Not on `placed`: a row that was just read would be read again at once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [listed, note]);

  return { placed, note };
}

function firstSeen(
  visit: string,
  listed: Listed,
): { readonly visit: string; readonly listed: Listed; readonly placed: readonly Seen[] } {
  return { visit, listed, placed: placeFirst(listed.rows, listed.now) };
}
