import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { countDeadLetters } from '../db/dead-letters.server.ts';
import { readProgress } from '../db/read-progress.server.ts';
import { readQueue, readQueueRows } from '../db/read-queue.server.ts';
import { readViews } from '../db/saved-views.server.ts';
import { listedSuggestion } from '../domain/listed-suggestion.ts';
import type { QueueTab } from '../domain/queue.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';
import { QueuePage, type QueueData } from '../ui/queue-page.tsx';
import { queueQueryOf } from '../ui/queue-url.ts';

/** How many refunds under way are shown above what can be decided; their own tab has all. */
const mostUnderWay = 10;
const tabsToDecideIn: ReadonlySet<QueueTab> = new Set(['to-decide', 'snoozed', 'waiting']);

export const handle: TitledHandle = { title: ({ t }) => t('queue.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<QueueData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const query = queueQueryOf(new URL(request.url).searchParams);
  const showsUnderWay = tabsToDecideIn.has(query.tab) && query.after === null;
  const at = now();
  const refunding = { ...query, tab: 'refunding', sort: 'newest', limit: mostUnderWay } as const;
  const [page, underWay, views, deadLetters] = await Promise.all([
    readQueue(db, shop, query, at),
    showsUnderWay ? readQueueRows(db, shop, refunding, at) : null,
    readViews(db.prisma, shop),
    countDeadLetters(db, shop),
  ]);
  const progress = page.rows.length === 0 ? await readProgress(db, shop) : null;
  return {
    query,
    page: { ...page, rows: page.rows.map(listedSuggestion) },
    underWay: (underWay?.rows ?? []).map(listedSuggestion),
    views,
    deadLetters,
    progress,
    now: at,
    isConnected: true,
  };
}

const kept = keptData<QueueData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<QueueData>());

export default function Queue() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <QueuePage data={data} />;
}

export const ErrorBoundary = RouteError;
