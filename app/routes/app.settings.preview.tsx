import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import { previewPolicy } from '../pipeline/preview-policy.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import type { PreviewOutcome } from '../ui/policy-asked.ts';
import { fieldsOf } from './fields-of.ts';
import { settingChanges } from './setting-changes.ts';

const form = z.object({ values: settingChanges });

/** Says what would change if these settings were saved. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  const outcome: PreviewOutcome = asked.success
    ? await previewPolicy(openedLine(), { shop, values: asked.data.values })
    : { outcome: 'unreadable' };
  return Response.json(outcome, { status: outcome.outcome === 'unreadable' ? 400 : 200 });
}
