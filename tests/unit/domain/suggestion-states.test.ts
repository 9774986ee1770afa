import { describe, expect, test } from 'vitest';
import { suggestionStates, type SuggestionState } from '#app/domain/suggestion.ts';
import {
  canMove,
  statesBefore,
  transitions,
  unfinishedStates,
} from '#app/domain/suggestion-states.ts';

function reachableFrom(start: SuggestionState): ReadonlySet<SuggestionState> {
  const reached = new Set<SuggestionState>([start]);
  for (const state of reached) for (const next of transitions[state]) reached.add(next);
  return reached;
}

describe('the states of a suggestion', () => {
  test('every state is reachable from open', () => {
    expect([...reachableFrom('open')].sort()).toEqual([...suggestionStates].sort());
  });

  test('money that was sent is never taken for unsent', () => {
    expect(canMove('refunding', 'open')).toBe(false);
    expect(canMove('refunded', 'open')).toBe(false);
    expect(statesBefore('refunding')).toEqual(['approved']);
  });

  test('only finished states have no way on', () => {
    const ends = suggestionStates.filter((state) => transitions[state].length === 0);
    expect(ends).toEqual(['refunded', 'dismissed', 'withdrawn']);
    expect([...unfinishedStates, ...ends].sort()).toEqual([...suggestionStates].sort());
  });
});
