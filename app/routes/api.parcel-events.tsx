import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { apiProblem, authenticateProgram, bodyAs, onlyPost } from '../api-door.server.ts';
import { parseInstant } from '../domain/time.ts';
import { openedLine } from '../line.server.ts';
import { receiveParcelEvent } from '../pipeline/receive-parcel-event.server.ts';

/** `{trackingNumber, carrier?, at, status, text?, country?, id}`; what else is sent is left out. */
const parcelEvent = z.object({
  id: z.union([z.string().trim().min(1).max(200), z.number().int()]).transform(String),
  trackingNumber: z
    .string()
    .trim()
    .max(100)
    .regex(/[\p{L}\p{N}]/u),
  carrier: z
    .string()
    .trim()
    .max(60)
    .nullish()
    .transform((name) => (name === '' ? null : (name ?? null))),
  at: z.string().transform((given, context) => {
    const at = parseInstant(given);
    if (at !== null) return at;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }),
  status: z.string().trim().min(1).max(100),
  text: z
    .string()
    .trim()
    .max(1000)
    .nullish()
    .transform((text) => (text === '' ? null : (text ?? null))),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .transform((code) => code.toUpperCase())
    .nullish()
    .transform((code) => code ?? null),
});

/** What happened to a parcel, told by any program (docs/api.md). */
export async function action({ request }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return onlyPost();
  const line = openedLine();
  const shop = await authenticateProgram(request, (flooder) => {
    line.refusals.note({ shop: flooder, service: 'json', why: 'too-many' });
  });
  const sent = await bodyAs(request, parcelEvent);
  const received = await receiveParcelEvent(line, shop, sent);
  switch (received.outcome) {
    case 'recorded':
      return Response.json(received, { status: 202 });
    case 'known':
      return Response.json(received);
    case 'in-future':
      return apiProblem(400, 'invalid', { fields: ['at'] });
    case 'no-such-parcel':
      return apiProblem(404, 'no-such-parcel');
  }
}

/** Nothing is to be read here. */
export const loader = onlyPost;
