import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import { readGroundRecords } from '../db/automatic-verdicts.server.ts';
import { readReadingTallies } from '../db/reading-labels.server.ts';
import { askedToday } from '../db/second-readings.server.ts';
import { findShop } from '../db/shops.server.ts';
import { generalFields, sectionFields } from '../domain/policy/all-settings.ts';
import { env } from '../env.server.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';
import { SettingsPage, type SettingsData } from '../ui/settings-page.tsx';

export const handle: TitledHandle = { title: ({ t }) => t('settings.title') };

export async function loader({ request }: LoaderFunctionArgs): Promise<SettingsData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const merchant = await findShop(db.prisma, shop);
  if (!merchant) throw new Response(null, { status: 404 });
  const { policy } = merchant;
  const { SECOND_READER_URL: url } = env;
  return {
    version: merchant.policyVersion,
    fields: {
      general: generalFields(policy),
      money: sectionFields(policy, 'money'),
      automation: sectionFields(policy, 'automation'),
      automatic: sectionFields(policy, 'automatic'),
      reading: sectionFields(policy, 'reading'),
    },
    records: await readGroundRecords(db.prisma, shop, { now: now() }),
    currency: merchant.currency,
    secondReaderHost: url ? new URL(url).host : null,
    askedToday: await askedToday(db.prisma, shop, now()),
    tallies: await readReadingTallies(db.prisma, shop),
    now: now(),
    isConnected: true,
  };
}

const kept = keptData<SettingsData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<SettingsData>());

export default function Settings() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <SettingsPage data={data} />;
}

export const ErrorBoundary = RouteError;
