import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readSuggestion } from '../db/read-suggestion.server.ts';
import { parseSuggestionId } from '../domain/ids.ts';
import { timelineOf } from '../domain/timeline/timeline.ts';
import { openedLine } from '../line.server.ts';
import { previewRefund } from '../pipeline/preview-refund.server.ts';
import { reportLink } from '../report-link.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';
import { isDecidable } from '../ui/placed-rows.ts';
import { SuggestionPage, type SuggestionData } from '../ui/suggestion-page.tsx';

export const handle: TitledHandle<SuggestionData> = {
  title: ({ t }, data) => t('suggestion.title', { order: data?.suggestion.orderName ?? '' }),
};

export async function loader({ request, params }: LoaderFunctionArgs): Promise<SuggestionData> {
  const { shop } = await authenticateMerchant(request);
  const line = openedLine();
  const id = parseSuggestionId(params['id'] ?? '');
  const detail = id && (await readSuggestion(line.db, shop, id));
  if (!detail) throw new Response('no such suggestion', { status: 404 });
  // What was said stays here: the page shows it among what happened.
  const { signals, returnPolicy, ...shown } = detail;
  const { suggestion } = shown;
  const now = line.now();
  const { claim } = suggestion;
  const timeline = timelineOf({ ...shown, claim, signals, returnPolicy }, now);
  // Not awaited: the page does not wait for Shopify, its price comes after it.
  const preview = isDecidable(suggestion)
    ? previewRefund(line, { shop, suggestionId: suggestion.id })
    : null;
  const reportLinkOfOrder = reportLink(shop, suggestion.orderId, now);
  return { ...shown, timeline, reportLink: reportLinkOfOrder, preview, now, isConnected: true };
}

const kept = keptData<SuggestionData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<SuggestionData>());

export default function SuggestionDetail() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  // Another suggestion is another page, with a clock and decisions of its own.
  return <SuggestionPage key={data.suggestion.id} data={data} />;
}

export const ErrorBoundary = RouteError;
