import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { findShop } from '../db/shops.server.ts';
import { sectionFields } from '../domain/policy/all-settings.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { MessagesPage, type MessagesPageData } from '../ui/messages-page.tsx';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

export const handle: TitledHandle = { title: ({ t }) => t('settings.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<MessagesPageData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const merchant = await findShop(db.prisma, shop);
  if (!merchant) throw new Response(null, { status: 404 });
  const { policy, policyVersion: version, currency } = merchant;
  const fields = sectionFields(policy, 'messages');
  return { version, currency, fields, now: now(), isConnected: true };
}

const kept = keptData<MessagesPageData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<MessagesPageData>());

export default function Messages() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <MessagesPage data={data} />;
}

export const ErrorBoundary = RouteError;
