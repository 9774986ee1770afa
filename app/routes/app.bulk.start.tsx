import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { mostInBulk } from '../domain/bulk.ts';
import { parseSuggestionId } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { startBulk } from '../pipeline/start-bulk.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fieldsOf, jsonField } from './fields-of.ts';

const form = z.object({
  ticked: z.preprocess(
    jsonField,
    z
      .array(z.object({ suggestionId: z.string(), version: z.number().int().min(1) }))
      .min(1)
      .max(mostInBulk),
  ),
});

/** Approves what was ticked, one by one, in the background. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  if (!asked.success) return Response.json({ outcome: 'unreadable' }, { status: 400 });
  const ticked = asked.data.ticked.flatMap(({ suggestionId, version }) => {
    const id = parseSuggestionId(suggestionId);
    return id ? [{ suggestionId: id, version }] : [];
  });
  return Response.json(await startBulk(openedLine(), { shop, actor, ticked }));
}
