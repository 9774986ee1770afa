import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { apiProblem, authenticateProgram, bodyAs, onlyPost } from '../api-door.server.ts';
import { parseOrderId } from '../domain/ids.ts';
import { addSeconds, parseInstant } from '../domain/time.ts';
import { openedLine } from '../line.server.ts';
import { receiveMessage, type SentMessage } from '../pipeline/receive-message.server.ts';

/** Clocks differ; a message from later than that is a mistake. */
const mostAheadSeconds = 300;

/** What was read of a field; null makes the field wrong. */
function orWrong<Value>(value: Value | null, context: z.core.$RefinementCtx): Value {
  if (value !== null) return value;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
}

/** `{orderName | orderId, text, at, id}`; what else a helpdesk sends is left out. */
const message = z
  .object({
    id: z.union([z.string().trim().min(1).max(200), z.number().int()]).transform(String),
    orderId: z
      .union([z.string(), z.number().int()])
      .transform((given, context) => orWrong(parseOrderId(given), context))
      .optional(),
    orderName: z.string().trim().min(1).max(50).optional(),
    text: z.string().trim().min(1).max(20_000),
    at: z.string().transform((given, context) => orWrong(parseInstant(given), context)),
  })
  .transform(({ orderId, orderName, ...said }, context): SentMessage => {
    if (orderId !== undefined) return { ...said, order: { id: orderId } };
    if (orderName !== undefined) return { ...said, order: { name: orderName } };
    context.addIssue({ code: 'custom', path: ['orderName'] });
    return z.NEVER;
  });

/** What a buyer wrote elsewhere, told by a helpdesk or a parser of e-mails (docs/api.md). */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return onlyPost();
  const shop = await authenticateProgram(request);
  const sent = await bodyAs(request, message);
  const line = openedLine();
  if (sent.at > addSeconds(line.now(), mostAheadSeconds)) {
    return apiProblem(400, 'invalid', { fields: ['at'] });
  }
  const received = await receiveMessage(line, shop, sent);
  switch (received.outcome) {
    case 'recorded':
      return Response.json(received, { status: 202 });
    case 'known':
      return Response.json(received);
    case 'no-such-order':
      return apiProblem(404, 'no-such-order');
    case 'again':
      line.log.warn(
        { shop, reason: received.reason },
        'a message came for an order that could not be read',
      );
      return apiProblem(503, 'try-again', { headers: { 'Retry-After': '60' } });
  }
}

/** Nothing is to be read here. */
export const loader = onlyPost;
