import { z } from 'zod';
import { answerRun, releaseRun, takeRun, type FlowAnswer } from '../db/flow-runs.server.ts';
import { parseOrderId, parseSuggestionId, type Gid } from '../domain/ids.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { authenticateFlow, type FlowRequest } from '../flow-door.server.ts';
import { openedLine } from '../line.server.ts';
import type { FlowAsked } from '../pipeline/flow-actions.server.ts';
import type { DecisionOutcome } from '../ui/decision.ts';
import { resultSentence, resultWords } from '../ui/decision-words.ts';
import { fetchWords, type Words } from '../ui/words.ts';

/** A field that was left empty is one that was not filled in. */
const empty = z.literal('').transform(() => null);

/** References come as numbers, in a text or not. */
const orderId = z
  .union([z.string(), z.number().int()])
  .transform((given, context): Gid<'Order'> => {
    const id = parseOrderId(given);
    if (id) return id;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

const suggestion = z
  .union([
    empty,
    z.string().transform((given, context) => {
      const id = parseSuggestionId(given.trim().toLowerCase());
      if (id) return id;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    }),
  ])
  .nullish()
  .transform((given) => given ?? null);

export const aboutOrder = z.object({ order_id: orderId });
export const aboutSuggestion = z.object({ order_id: orderId, suggestion });
/** A decimal; Flow sends it as a text or as a number. */
export const amountAsked = z
  .union([empty, z.coerce.number().positive()])
  .nullish()
  .transform((given) => given ?? null);

export function askedOf(
  { shop, runId }: FlowRequest,
  { order_id: about, suggestion: suggestionId }: z.output<typeof aboutSuggestion>,
): FlowAsked {
  return { shop, runId, orderId: about, suggestionId };
}

/** Shopify did not answer: Flow asks again, with the same run. */
const tryAgain = 503;

/**
 * Answers a step of a workflow: 200 is done, 202 and 5xx are asked again with the same run id, another 4xx fails the step
 * (https://shopify.dev/docs/apps/build/flow/actions/endpoints). The same run gets the same answer.
 */
export async function answerFlow<Shape extends z.ZodType>(
  request: Request,
  shape: Shape,
  act: (asked: FlowRequest, properties: z.output<Shape>, words: Words) => Promise<FlowAnswer>,
): Promise<Response> {
  const asked = await authenticateFlow(request);
  // Flow's log has no language of its own.
  const words = await fetchWords('en', 'UTC');
  const form = shape.safeParse(asked.properties);
  if (!form.success) {
    const fields = [...new Set(form.error.issues.map(({ path }) => path.join('.')))].join(', ');
    return reply({
      status: 400,
      code: 'wrong-fields',
      message: words.t('flow.wrong-fields', { fields }),
    });
  }
  const { db, now } = openedLine();
  const run = await takeRun(db.prisma, asked, now());
  switch (run.outcome) {
    case 'answered':
      return reply(run.answer);
    case 'under-way':
      return reply(flowAnswer(202, 'under-way', words));
    case 'taken': {
      const answer = await act(asked, form.data, words);
      if (answer.status === tryAgain) await releaseRun(db.prisma, asked);
      else await answerRun(db.prisma, asked, answer);
      return reply(answer);
    }
  }
}

function reply({ status, code, message }: FlowAnswer): Response {
  return Response.json(status === 200 ? { code, message } : { code, message, errors: [message] }, {
    status,
  });
}

/** An answer in words of its own (`flow.<code>` in the locale files). */
export function flowAnswer(status: number, code: string, words: Words): FlowAnswer {
  return { status, code, message: words.t(`flow.${code}`) };
}

/** What came of a decision, in the words of the app. */
export function decisionAnswer(came: DecisionOutcome, about: Suggestion, words: Words): FlowAnswer {
  const message = resultSentence(resultWords(came, about, words));
  return { status: statusOf(came), code: came.outcome, message };
}

/** That it stands as it was asked to is no failure, whoever saw to it. */
const paidStates: readonly string[] = ['approved', 'refunding', 'unknown', 'refunded'];

function statusOf(came: DecisionOutcome): number {
  switch (came.outcome) {
    case 'approved':
    case 'dismissed':
      return 200;
    case 'already-decided':
      return paidStates.includes(came.state) ? 200 : 409;
    case 'unreachable':
      return tryAgain;
    case 'gone':
      return 404;
    default:
      return 422;
  }
}
