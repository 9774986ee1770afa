import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { dismissReasons } from '../domain/suggestion.ts';
import { openedLine } from '../line.server.ts';
import { dismissByFlow } from '../pipeline/flow-actions.server.ts';
import { aboutSuggestion, answerFlow, askedOf, decisionAnswer, flowAnswer } from './flow-answer.ts';

const properties = aboutSuggestion.extend({ reason: z.enum(dismissReasons) });

/** Flow's action *Dismiss suggestion*. */
export async function action({ request }: ActionFunctionArgs) {
  return answerFlow(request, properties, async (asked, form, words) => {
    const reached = await dismissByFlow(openedLine(), askedOf(asked, form), form.reason);
    if (reached.outcome === 'no-such-suggestion') return flowAnswer(404, reached.outcome, words);
    const { came, suggestion } = reached;
    const stands = came.outcome === 'already-decided' && came.state === 'dismissed';
    return stands
      ? flowAnswer(200, 'dismissed-before', words)
      : {
          ...decisionAnswer(came, suggestion, words),
          ...(came.outcome === 'already-decided' ? { status: 409 } : {}),
        };
  });
}
