import type { ActionFunctionArgs } from '@remix-run/node';
import { openedLine } from '../line.server.ts';
import { assessOrder } from '../pipeline/flow-actions.server.ts';
import { aboutOrder, answerFlow, flowAnswer } from './flow-answer.ts';

/** Flow's action *Assess order*. */
export async function action({ request }: ActionFunctionArgs) {
  return answerFlow(request, aboutOrder, async ({ shop }, { order_id: orderId }, words) => {
    const { outcome } = await assessOrder(openedLine(), { shop, orderId });
    switch (outcome) {
      case 'assessed':
        return flowAnswer(200, outcome, words);
      case 'no-such-order':
        return flowAnswer(404, outcome, words);
      case 'unreachable':
        return flowAnswer(503, outcome, words);
    }
  });
}
