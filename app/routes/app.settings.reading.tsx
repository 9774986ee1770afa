import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import { changePolicy } from '../pipeline/change-policy.server.ts';
import { forgetReadings } from '../pipeline/forget-readings.server.ts';
import { authenticateMerchant, type Merchant } from '../shopify.server.ts';
import type { ReadingOutcome } from '../ui/reading-settings.ts';
import { fieldsOf } from './fields-of.ts';

const form = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('second-reader'),
    version: z.coerce.number().int().min(0).max(2_147_483_647),
    secondReader: z.enum(['true', 'false']).transform((value) => value === 'true'),
    secondReaderPerDay: z.string().max(20),
  }),
  z.object({ intent: z.literal('forget') }),
]);

/** Changes how texts are read, or forgets what decisions taught about it. */
export async function action({ request }: ActionFunctionArgs) {
  const merchant = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  const outcome: ReadingOutcome = asked.success
    ? await change(merchant, asked.data)
    : { outcome: 'unreadable' };
  return Response.json(outcome, { status: outcome.outcome === 'unreadable' ? 400 : 200 });
}

async function change(
  { shop, actor }: Merchant,
  asked: z.infer<typeof form>,
): Promise<ReadingOutcome> {
  const line = openedLine();
  if (asked.intent === 'forget') return forgetReadings(line, { shop, actor });
  const { version, secondReader, secondReaderPerDay } = asked;
  return changePolicy(line, {
    ...{ shop, actor, version },
    section: 'reading',
    // What is no number is said to be none where all settings are checked.
    values: { secondReader, secondReaderPerDay: numberIn(secondReaderPerDay) },
  });
}

function numberIn(text: string): number | string {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : text;
}
