import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import {
  publishReturnPolicy,
  readPublishedPolicy,
} from '../pipeline/publish-return-policy.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fetchBuyerWords, isBuyerLanguage } from '../ui/buyer-words.ts';
import { policyHtml, policyText } from '../ui/policy-text.ts';
import type { PublishAnswer, PublishedAnswer } from '../ui/published-policy.ts';
import { fieldsOf } from './fields-of.ts';

const form = z.object({
  language: z.string().refine(isBuyerLanguage),
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  replaces: z.string().max(100),
  agreed: z.string().max(2000),
});

/** What stands in the shop's refund policy now. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const published: PublishedAnswer = await readPublishedPolicy(openedLine(), shop);
  return Response.json(published);
}

/** Writes the return policy there. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  if (!asked.success) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  const { language, version, replaces, agreed } = asked.data;
  const words = await fetchBuyerWords(language);
  const { outcome } = await publishReturnPolicy(openedLine(), {
    shop,
    actor,
    language,
    version,
    replaces: replaces === '' ? null : replaces,
    agreed: agreed.split(' '),
    bodyOf: (outline) => policyHtml(policyText(outline, words)),
  });
  return Response.json({ outcome } satisfies PublishAnswer);
}
