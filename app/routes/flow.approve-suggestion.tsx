import type { ActionFunctionArgs } from '@remix-run/node';
import { openedLine } from '../line.server.ts';
import { approveByFlow } from '../pipeline/flow-actions.server.ts';
import {
  aboutSuggestion,
  amountAsked,
  answerFlow,
  askedOf,
  decisionAnswer,
  flowAnswer,
} from './flow-answer.ts';

const properties = aboutSuggestion.extend({ at_most: amountAsked });

/** Flow's action *Approve suggestion*. */
export async function action({ request }: ActionFunctionArgs) {
  return answerFlow(request, properties, async (asked, form, words) => {
    const reached = await approveByFlow(openedLine(), askedOf(asked, form), form.at_most);
    if (reached.outcome === 'no-such-suggestion') return flowAnswer(404, reached.outcome, words);
    const { came, suggestion } = reached;
    switch (came.outcome) {
      case 'left-to-people':
      case 'above-most':
        return flowAnswer(422, came.outcome, words);
      default:
        return decisionAnswer(came, suggestion, words);
    }
  });
}
