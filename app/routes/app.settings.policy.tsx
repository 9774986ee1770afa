import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { openedLine } from '../line.server.ts';
import { changePolicy } from '../pipeline/change-policy.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import type { PolicyOutcome } from '../ui/policy-asked.ts';
import { fieldsOf } from './fields-of.ts';
import { settingChanges } from './setting-changes.ts';

const form = z.object({
  version: z.coerce.number().int().min(0).max(2_147_483_647),
  // Nothing to change is no change to be written down.
  values: settingChanges.refine((values) => Object.keys(values).length > 0),
});

/** Changes settings of the policy. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop, actor } = await authenticateMerchant(request);
  const asked = form.safeParse(await fieldsOf(request));
  const outcome: PolicyOutcome = asked.success
    ? await changePolicy(openedLine(), { shop, actor, ...asked.data })
    : { outcome: 'unreadable' };
  return Response.json(outcome, { status: outcome.outcome === 'unreadable' ? 400 : 200 });
}
