import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { readApiToken } from '../db/api-tokens.server.ts';
import { env } from '../env.server.ts';
import { openedLine } from '../line.server.ts';
import { linkDays, reportLinkTemplate } from '../report-link.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { ConnectionsPage, type ConnectionsData } from '../ui/connections-page.tsx';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

export const handle: TitledHandle = { title: ({ t }) => t('settings.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<ConnectionsData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  return {
    token: await readApiToken(db.prisma, shop),
    messagesUrl: new URL('/api/messages', env.SHOPIFY_APP_URL).href,
    reportTemplate: reportLinkTemplate(shop),
    reportDays: linkDays,
    now: now(),
    isConnected: true,
  };
}

const kept = keptData<ConnectionsData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<ConnectionsData>());

export default function Connections() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <ConnectionsPage data={data} />;
}

export const ErrorBoundary = RouteError;
