import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readActivity } from '../db/read-activity.server.ts';
import { activityFilterOf } from '../domain/activity-filter.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { ActivityPage, type ActivityData } from '../ui/activity-page.tsx';
import { activityQueryOf } from '../ui/activity-url.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

const eventsPerPage = 50;

export const handle: TitledHandle = { title: ({ t }) => t('activity.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<ActivityData> {
  const { shop, timezone } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const query = activityQueryOf(new URL(request.url).searchParams);
  const span = { after: query.after, limit: eventsPerPage };
  const page = await readActivity(db, shop, activityFilterOf(query, timezone), span);
  return { query, page, now: now() };
}

export default function Activity() {
  return <ActivityPage data={useLoaderData<typeof loader>()} />;
}

export const ErrorBoundary = RouteError;
