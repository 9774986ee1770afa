import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { readApiToken } from '../db/api-tokens.server.ts';
import { readCallsToday, readRefusals } from '../db/carrier-traffic.server.ts';
import { readConnections } from '../db/carrier-connections.server.ts';
import { readDigestSetting } from '../db/digest-settings.server.ts';
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
  const line = openedLine();
  const { db, now } = line;
  const [connections, calls, refusals, digest] = await Promise.all([
    readConnections(db.prisma, shop),
    readCallsToday(db.prisma, shop, now()),
    readRefusals(db.prisma, shop, now()),
    readDigestSetting(db.prisma, line.cipher, shop),
  ]);
  return {
    token: await readApiToken(db.prisma, shop),
    messagesUrl: new URL('/api/messages', env.SHOPIFY_APP_URL).href,
    connections: connections.map(({ hook, ...connection }) => ({
      ...connection,
      webhookUrl: new URL(`/api/carriers/${connection.service}/${hook}`, env.SHOPIFY_APP_URL).href,
      callsToday: calls.get(connection.service) ?? 0,
    })),
    refusals,
    digest: digest && {
      recipients: digest.recipients,
      hasChat: digest.chatUrl !== null,
      sentAt: digest.sentAt,
      problem: digest.problem,
    },
    hasMailServer: line.messengers.mail !== null,
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
