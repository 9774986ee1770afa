import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { carrierVerdicts } from '../domain/case-facts.ts';
import { openedLine } from '../line.server.ts';
import { recordAnswerByFlow } from '../pipeline/flow-actions.server.ts';
import { aboutSuggestion, answerFlow, askedOf, flowAnswer } from './flow-answer.ts';

const properties = aboutSuggestion.extend({ answer: z.enum(carrierVerdicts) });

/** Flow's action *Record carrier answer*. */
export async function action({ request }: ActionFunctionArgs) {
  return answerFlow(request, properties, async (asked, form, words) => {
    const reached = await recordAnswerByFlow(openedLine(), askedOf(asked, form), form.answer);
    if (reached.outcome === 'no-such-suggestion') return flowAnswer(404, reached.outcome, words);
    switch (reached.came.outcome) {
      case 'recorded':
        return flowAnswer(200, 'recorded', words);
      case 'no-such-parcel':
        return flowAnswer(422, 'no-such-parcel', words);
      case 'gone':
        return flowAnswer(404, 'no-such-suggestion', words);
    }
  });
}
