import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { readHealth } from '../db/read-health.server.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { HealthPage, type HealthData } from '../ui/health-page.tsx';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

export const handle: TitledHandle = { title: ({ t }) => t('health.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<HealthData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const at = now();
  return { health: await readHealth(db, shop, at), now: at, isConnected: true };
}

const kept = keptData<HealthData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<HealthData>());

export default function Health() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <HealthPage data={data} />;
}

export const ErrorBoundary = RouteError;
