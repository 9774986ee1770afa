import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { readMarkets } from '../db/read-markets.server.ts';
import { findShop } from '../db/shops.server.ts';
import { conflictsWith } from '../domain/published/conflicts.ts';
import { outlineOf } from '../domain/published/outline.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { fetchBuyerWords } from '../ui/buyer-words.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { languageOfRequest } from '../ui/language.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';
import { ReturnPolicyPage, type ReturnPolicyData } from '../ui/return-policy-page.tsx';

export const handle: TitledHandle = { title: ({ t }) => t('return-policy.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<ReturnPolicyData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const merchant = await findShop(db.prisma, shop);
  if (!merchant) throw new Response(null, { status: 404 });
  const at = now();
  const { country: ownCountry, policy, policyVersion: version } = merchant;
  const markets = await readMarkets(db.prisma, shop, { ownCountry, now: at });
  const language = languageOfRequest(new URL(request.url), request.headers.get('Accept-Language'));
  return {
    version,
    markets,
    outline: outlineOf(policy.returns, markets),
    conflicts: conflictsWith(policy.returns, markets),
    // The others are fetched when they are chosen.
    first: await fetchBuyerWords(language),
    now: at,
    isConnected: true,
  };
}

const kept = keptData<ReturnPolicyData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<ReturnPolicyData>());

export default function PublishedReturnPolicy() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <ReturnPolicyPage data={data} />;
}

export const ErrorBoundary = RouteError;
