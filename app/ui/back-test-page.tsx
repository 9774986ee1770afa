import { useNavigate, useRevalidator } from '@remix-run/react';
import { BlockStack, Page } from '@shopify/polaris';
import type { BackTest, TestedOrder } from '../domain/backtest/back-test.ts';
import type { HistoryImport } from '../domain/history.ts';
import type { LiveGround, LiveWeek } from '../domain/live-precision.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { Instant } from '../domain/time.ts';
import { DifferenceCard, type Differing } from './back-test-difference-card.tsx';
import { BackTestHistoryCard } from './back-test-history-card.tsx';
import { BackTestMoneyCard } from './back-test-money-card.tsx';
import { TestedOrdersCard } from './back-test-orders-card.tsx';
import { BackTestResult } from './back-test-result.tsx';
import { BackTestRunCard } from './back-test-run-card.tsx';
import { backTestUrl } from './back-test-url.ts';
import { BackTestsCard } from './back-tests-card.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { LivePrecisionCard } from './live-precision-card.tsx';
import { useLiveReload } from './use-live-reload.ts';
import { useWords } from './words-context.tsx';

export interface BackTestData {
  /** The newest reading of past orders; null before the first. */
  readonly history: HistoryImport | null;
  readonly storedOrders: number;
  /** A whole reading is here, and none is under way. */
  readonly isReadable: boolean;
  /** Newest first. */
  readonly tests: readonly BackTest[];
  readonly shown: BackTest | null;
  readonly sample: readonly TestedOrder[];
  /** What it is held against. */
  readonly differing: Differing | null;
  /** How right suggestions have been since. */
  readonly live: { readonly grounds: readonly LiveGround[]; readonly weeks: readonly LiveWeek[] };
  /** What may be tried otherwise, as it is set. */
  readonly settings: readonly SettingField[];
  readonly policyVersion: number;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** Whether the app would have been right about the shop's own past. */
export function BackTestPage({ data }: { readonly data: BackTestData }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { history, storedOrders, tests, shown, settings } = data;
  const isRunning = tests.some(({ state }) => state === 'running');
  useLiveReload(isRunning || history?.state === 'running');
  const show = (run: string | null) => {
    if (run === null) revalidate();
    else navigate(backTestUrl({ run, other: null }));
  };
  return (
    <Page title={t('back-test.title')} subtitle={t('back-test.subtitle')}>
      <BlockStack gap="400">
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        <BackTestHistoryCard history={history} storedOrders={storedOrders} />
        {data.isReadable && (
          <BackTestRunCard settings={settings} isRunning={isRunning} onStarted={show} />
        )}
        {tests.length > 0 && <BackTestsCard tests={tests} shown={shown} />}
        {shown?.state === 'done' && (
          <>
            <BackTestResult test={shown} version={data.policyVersion} settings={settings} />
            {shown.summary.money && (
              <BackTestMoneyCard key={shown.id} money={shown.summary.money} />
            )}
            {data.differing && <DifferenceCard one={shown} differing={data.differing} />}
            <TestedOrdersCard test={shown} orders={data.sample} />
          </>
        )}
        <LivePrecisionCard grounds={data.live.grounds} weeks={data.live.weeks} />
      </BlockStack>
    </Page>
  );
}
