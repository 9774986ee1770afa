import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { findBulk } from '../db/bulk-approvals.server.ts';
import { parseBulkId } from '../domain/ids.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { BulkProgressPage, type BulkProgressData } from '../ui/bulk-progress-page.tsx';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

export const handle: TitledHandle = { title: ({ t }) => t('bulk.progress-title') };

export async function loader({ request, params }: LoaderFunctionArgs): Promise<BulkProgressData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const id = parseBulkId(params['id'] ?? '');
  const bulk = id && (await findBulk(db.prisma, shop, id));
  if (!bulk) throw new Response('no such bulk', { status: 404 });
  return { bulk, now: now(), isConnected: true };
}

const kept = keptData<BulkProgressData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<BulkProgressData>());

export default function BulkProgress() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <BulkProgressPage data={data} />;
}

export const ErrorBoundary = RouteError;
