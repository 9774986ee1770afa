import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientLoaderFunctionArgs } from '@remix-run/react';
import {
  findBackTest,
  listBackTests,
  readDiffering,
  sampleTestedOrders,
} from '../db/back-tests.server.ts';
import { findDoneImport, findHistoryImport } from '../db/history-imports.server.ts';
import { countHistoryOrders } from '../db/history-orders.server.ts';
import { readDecidedWeeks } from '../db/live-precision.server.ts';
import { findShop } from '../db/shops.server.ts';
import { liveGrounds, weeksOf } from '../domain/live-precision.ts';
import { knownTimezone } from '../domain/overview/zoned-days.ts';
import { groundFields, isJudgedBy, sectionFields } from '../domain/policy/all-settings.ts';
import type { Policy } from '../domain/policy.ts';
import { openedLine } from '../line.server.ts';
import { authenticateMerchant } from '../shopify.server.ts';
import { BackTestPage, type BackTestData } from '../ui/back-test-page.tsx';
import { backTestShown } from '../ui/back-test-url.ts';
import { keptData, useKept } from '../ui/kept-data.ts';
import { RouteError } from '../ui/page-error.tsx';
import type { TitledHandle } from '../ui/page-title.ts';

export const handle: TitledHandle = { title: ({ t }) => t('back-test.title') };

const mostListed = 10;
const sampledOfEach = 5;
const mostDiffering = 20;

export async function loader({ request }: LoaderFunctionArgs): Promise<BackTestData> {
  const { shop } = await authenticateMerchant(request);
  const { db, now } = openedLine();
  const { run, other } = backTestShown(new URL(request.url).searchParams);
  const merchant = await findShop(db.prisma, shop);
  if (!merchant) throw new Response('no such shop', { status: 404 });
  const at = now();
  const timezone = knownTimezone(merchant.timezone);
  const [history, read, storedOrders, decided, tests, asked, held] = await Promise.all([
    findHistoryImport(db.prisma, shop),
    findDoneImport(db.prisma, shop),
    countHistoryOrders(db.prisma, shop),
    readDecidedWeeks(db.prisma, shop, { now: at, timezone }),
    listBackTests(db.prisma, shop, mostListed),
    run && findBackTest(db.prisma, shop, run),
    other && findBackTest(db.prisma, shop, other),
  ]);
  const shown = asked ?? tests.find(({ state }) => state === 'done') ?? null;
  const sample = shown
    ? await sampleTestedOrders(db.prisma, shop, { id: shown.id, each: sampledOfEach })
    : [];
  const differing =
    shown && held
      ? await readDiffering(db.prisma, shop, { ids: [shown.id, held.id], limit: mostDiffering })
      : null;
  return {
    history,
    storedOrders,
    isReadable: read !== null && history?.state !== 'running' && storedOrders > 0,
    tests,
    shown,
    sample,
    differing: differing && held ? { other: held, ...differing } : null,
    live: { grounds: liveGrounds(decided, merchant.policy), weeks: weeksOf(decided) },
    settings: triedSettings(merchant.policy),
    policyVersion: merchant.policyVersion,
    now: at,
    isConnected: true,
  };
}

/** Thresholds: numbers that a verdict depends on. */
function triedSettings(policy: Policy): BackTestData['settings'] {
  return [
    ...sectionFields(policy, 'lanes'),
    ...sectionFields(policy, 'costs'),
    ...groundFields(policy).flatMap(({ grounds }) => grounds.flatMap(({ fields }) => fields)),
  ].filter(({ path, setting }) => setting.type === 'number' && isJudgedBy(path));
}

const kept = keptData<BackTestData>();

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  kept.load(request, () => serverLoader<BackTestData>());

export default function BackTestRoute() {
  const data = useLoaderData<typeof loader>();
  useKept(kept, data);
  return <BackTestPage data={data} />;
}

export const ErrorBoundary = RouteError;
