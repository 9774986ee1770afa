import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readQueueRows } from '../db/read-queue.server.ts';
import { isBulkTab, mostInBulk } from '../domain/bulk.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { BulkPage, type BulkData } from '../ui/bulk-page.tsx';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';
import { changedQuery, queueQueryOf, queueUrl } from '../ui/queue-url.ts';

export const handle: TitledHandle = { title: ({ t }) => t('bulk.title') };

/** What the queue's filters found, as many as are refunded in one go. */
export async function loader({ request }: LoaderFunctionArgs): Promise<BulkData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const asked = queueQueryOf(new URL(request.url).searchParams);
  const query = changedQuery(asked, { tab: isBulkTab(asked.tab) ? asked.tab : 'to-decide' });
  const at = now();
  const { rows, next } = await readQueueRows(db, shop, { ...query, limit: mostInBulk }, at);
  return { rows, hasMore: next !== null, back: queueUrl(query), now: at };
}

export default function Bulk() {
  return <BulkPage data={useLoaderData<typeof loader>()} />;
}

export const ErrorBoundary = RouteError;
