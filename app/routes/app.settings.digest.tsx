import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { mostRecipients } from '../domain/digest/digest.ts';
import { openedLine } from '../line.server.ts';
import { changeDigest, turnDigestOff } from '../pipeline/change-digest.server.ts';
import { sendTestDigest } from '../pipeline/send-digest.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import type { DigestOutcome } from '../ui/digest-asked.ts';
import { languageOfTag } from '../ui/language.ts';
import { fieldsOf } from './fields-of.ts';

const recipients = z
  .string()
  .max(2000)
  .transform((text) => text.split(/[\s,;]+/).filter((address) => address !== ''))
  .pipe(z.array(z.email().max(254)).max(mostRecipients));

const language = z.string().transform((tag, context) => {
  const known = languageOfTag(tag);
  if (known !== null) return known;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const form = z.discriminatedUnion('wish', [
  z.object({
    ...{ wish: z.literal('save'), recipients, language },
    chatUrl: z
      .string()
      .trim()
      .max(500)
      .transform((url) => url || null),
  }),
  z.object({ wish: z.literal('test') }),
  z.object({ wish: z.literal('off') }),
]);

/** Says where the daily digest goes, or sends one to try it out. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  const line = openedLine();
  if (!asked.success) {
    const outcome: DigestOutcome = { outcome: 'unreadable' };
    return Response.json(outcome, { status: 400 });
  }
  return Response.json(await done(line, { shop, actor }, asked.data));
}

async function done(
  line: Parameters<typeof changeDigest>[0],
  who: Parameters<typeof changeDigest>[1],
  asked: z.output<typeof form>,
): Promise<DigestOutcome> {
  switch (asked.wish) {
    case 'save':
      return changeDigest(line, who, asked);
    case 'off':
      return turnDigestOff(line, who);
    case 'test':
      return sendTestDigest(line, who.shop);
  }
}
