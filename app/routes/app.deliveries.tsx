import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { readDeadLetters } from '../db/dead-letters.server.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { DeliveriesPage, type DeliveriesData } from '../ui/deliveries-page.tsx';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

const lettersPerPage = 50;

export const handle: TitledHandle = { title: ({ t }) => t('deliveries.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<DeliveriesData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const after = new URL(request.url).searchParams.get('after');
  const letters = await readDeadLetters(db, shop, { after, limit: lettersPerPage });
  return { ...letters, now: now(), isConnected: true };
}

const kept = keptData<DeliveriesData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<DeliveriesData>());

export default function Deliveries() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <DeliveriesPage data={data} />;
}

export const ErrorBoundary = RouteError;
