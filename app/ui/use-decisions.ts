import { useCallback, useState } from 'react';
import type { Suggestion } from '../domain/suggestion.ts';
import { postDecision } from './ask-server.ts';
import type { DecisionAsked, DecisionResult, Standing } from './decision.ts';

/** What is being asked for a suggestion, or what came of the last question. */
export interface Deciding {
  readonly asking: DecisionAsked['intent'] | null;
  readonly result: DecisionResult | null;
}

export type Decide = (suggestion: Suggestion, asked: DecisionAsked) => void;

const nothing: Deciding = { asking: null, result: null };

/** Asks for decisions, one at a time for each suggestion, and tells what came of them. */
export function useDecisions(
  onResult: (suggestion: Suggestion, result: DecisionResult, standing: Standing | null) => void,
) {
  const [all, setAll] = useState<ReadonlyMap<string, Deciding>>(new Map());
  const put = useCallback((id: string, deciding: Deciding) => {
    setAll((before) => new Map(before).set(id, deciding));
  }, []);
  const decide: Decide = useCallback(
    (suggestion, asked) => {
      put(suggestion.id, { asking: asked.intent, result: null });
      void postDecision(suggestion.id, asked).then((answer) => {
        const result: DecisionResult = answer ?? { outcome: 'no-answer' };
        put(suggestion.id, { asking: null, result });
        onResult(suggestion, result, answer);
      });
    },
    [put, onResult],
  );
  const forget = useCallback(
    ({ id }: Suggestion) => {
      put(id, nothing);
    },
    [put],
  );
  return { decidingOf: (id: string) => all.get(id) ?? nothing, decide, forget };
}
