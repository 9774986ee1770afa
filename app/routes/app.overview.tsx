import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { readGuide } from '../db/read-guide.server.ts';
import { readOverview } from '../db/read-overview.server.ts';
import { daysOf } from '../domain/overview/period.ts';
import { dayAt, knownTimezone } from '../domain/overview/zoned-days.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { OverviewPage, type OverviewData } from '../ui/overview-page.tsx';
import { periodOf } from '../ui/overview-url.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

export const handle: TitledHandle = { title: ({ t }) => t('overview.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<OverviewData> {
  const merchant = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const at = now();
  const { shop } = merchant;
  const timezone = knownTimezone(merchant.timezone);
  const period = periodOf(new URL(request.url).searchParams);
  const today = dayAt(at, timezone);
  const days = daysOf(period, today);
  const [overview, guide] = await Promise.all([
    readOverview(db, shop, { days, timezone, now: at }),
    readGuide(db, shop),
  ]);
  return { period, days, today, overview, guide, now: at, isConnected: true };
}

const kept = keptData<OverviewData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<OverviewData>());

export default function Overview() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <OverviewPage data={data} />;
}

export const ErrorBoundary = RouteError;
