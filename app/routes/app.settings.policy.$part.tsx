import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { findShop, type Shop } from '../db/shops.server.ts';
import { groundFields, sectionFields, type PolicySection } from '../domain/policy/all-settings.ts';
import { policyPartOf, type PolicyPart } from '../domain/policy/policy-parts.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';
import { PolicyPage, type PolicyPageData } from '../ui/policy-page.tsx';

export const handle: TitledHandle = { title: ({ t }) => t('settings.title') };

/** `reasons` holds the settings of every ground instead. */
const sectionsOf: Readonly<Record<PolicyPart, readonly PolicySection[]>> = {
  parcels: ['lanes'],
  returns: ['returns'],
  costs: ['costs', 'care'],
  reasons: [],
  data: ['retention'],
};

export async function loader({ request, params }: LoaderFunctionArgs): Promise<PolicyPageData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const part = policyPartOf(params['part']);
  const merchant = part && (await findShop(db.prisma, shop));
  if (!merchant) throw new Response(null, { status: 404 });
  return { ...settingsOf(part, merchant), now: now(), isConnected: true };
}

function settingsOf(part: PolicyPart, { policy, policyVersion, currency }: Shop) {
  return {
    part,
    version: policyVersion,
    currency,
    costCurrency: policy.costs.currency === 'shop' ? currency : policy.costs.currency,
    sections: sectionsOf[part].map((section) => ({
      section,
      fields: sectionFields(policy, section),
    })),
    scenarios: part === 'reasons' ? groundFields(policy) : [],
  };
}

const kept = keptData<PolicyPageData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<PolicyPageData>());

export default function PolicyPart() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  // What was typed on one page is not another's.
  return <PolicyPage key={data.part} data={data} />;
}

export const ErrorBoundary = RouteError;
