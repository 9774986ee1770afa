import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { carrierVerdicts } from '../domain/case-facts.ts';
import { parseSuggestionId } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { recordCarrierAnswer } from '../pipeline/record-carrier-answer.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import type { CarrierAnswerOutcome } from '../ui/carrier-answer.ts';
import { fieldsOf } from './fields-of.ts';

const answerForm = z.object({ verdict: z.enum(carrierVerdicts) });

/** What a carrier answered to an inquiry about the suggestion's parcel. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const suggestionId = parseSuggestionId(params['id'] ?? '');
  const form = answerForm.safeParse(await fieldsOf(request));
  const outcome: CarrierAnswerOutcome = !form.success
    ? { outcome: 'unreadable' }
    : suggestionId
      ? await recordCarrierAnswer(openedLine(), { shop, suggestionId, actor, ...form.data })
      : { outcome: 'gone' };
  return Response.json(outcome, { status: statusOf(outcome) });
}

function statusOf({ outcome }: CarrierAnswerOutcome): number {
  if (outcome === 'unreadable') return 400;
  return outcome === 'gone' ? 404 : 200;
}
