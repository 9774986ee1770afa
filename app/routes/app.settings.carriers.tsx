import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { trackingServices } from '../domain/carriers/tracking-services.ts';
import { openedLine } from '../line.server.ts';
import { connectCarrier, disconnectCarrier } from '../pipeline/connect-carrier.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { mostCallsPerDay, type CarrierOutcome } from '../ui/carrier-asked.ts';
import { fieldsOf } from './fields-of.ts';

const service = z.enum(trackingServices);
const secret = z
  .string()
  .trim()
  .max(500)
  .optional()
  .transform((text) => (text === '' ? null : (text ?? null)));

const form = z.discriminatedUnion('wish', [
  z.object({
    ...{ wish: z.literal('connect'), service, apiKey: secret, webhookSecret: secret },
    callsPerDay: z.coerce.number().int().min(0).max(mostCallsPerDay),
  }),
  z.object({ wish: z.literal('disconnect'), service }),
]);

/** Connects a tracking service, changes how, or lets it go. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  const outcome = asked.success
    ? await changed({ shop, actor }, asked.data)
    : ({ outcome: 'unreadable' } as const);
  return Response.json(outcome, { status: outcome.outcome === 'unreadable' ? 400 : 200 });
}

type Who = Pick<Parameters<typeof connectCarrier>[1], 'shop' | 'actor'>;

async function changed(who: Who, asked: z.output<typeof form>): Promise<CarrierOutcome> {
  const which = { ...who, service: asked.service };
  return asked.wish === 'connect'
    ? connectCarrier(openedLine(), which, asked)
    : disconnectCarrier(openedLine(), which);
}
