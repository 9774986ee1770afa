import { useNavigation } from '@remix-run/react';
import { BlockStack, InlineGrid, Page } from '@shopify/polaris';
import { hasAutomation } from '../domain/overview/automation-figures.ts';
import type { Day } from '../domain/overview/day.ts';
import type { Overview } from '../domain/overview/figures.ts';
import type { Guide } from '../domain/overview/guide.ts';
import type { Days, Period } from '../domain/overview/period.ts';
import type { Instant } from '../domain/time.ts';
import { AutomationCard } from './automation-card.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { CourseChart } from './course-chart.tsx';
import { DueCard } from './due-card.tsx';
import { GroundsCard } from './grounds-card.tsx';
import { AtStakeCard, PaidCard } from './money-cards.tsx';
import { OutcomesCard } from './outcomes-card.tsx';
import { OverviewEmpty } from './overview-empty.tsx';
import { PeriodBar } from './period-bar.tsx';
import { ScenarioChart } from './scenario-chart.tsx';
import { SetUpGuide } from './set-up-guide.tsx';
import { SourcesCard } from './sources-card.tsx';
import { useLiveReload } from './use-live-reload.ts';
import { useWords } from './words-context.tsx';
import styles from './overview-page.module.css';

export interface OverviewData {
  readonly period: Period;
  /** What the period is on the shop's calendar. */
  readonly days: Days;
  readonly today: Day;
  readonly overview: Overview;
  readonly guide: Guide;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** The shop's home: what waits for a person, what it is about, and what became of what was done. */
export function OverviewPage({ data }: { readonly data: OverviewData }) {
  const { t } = useWords();
  const navigation = useNavigation();
  useLiveReload(false);
  const { overview, guide, period, days, today } = data;
  const isBusy = navigation.location?.pathname === '/app/overview';
  return (
    <Page title={t('overview.title')} subtitle={t('overview.subtitle')}>
      <BlockStack gap="400">
        <SetUpGuide guide={guide} />
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <DueCard due={overview.due} troubledRefunds={overview.troubledRefunds} />
          <AtStakeCard sums={overview.atStake} />
        </InlineGrid>
        <PeriodBar period={period} days={days} today={today} />
        <div className={styles['figures']} aria-busy={isBusy}>
          {hasFigures(overview) ? <Figures overview={overview} /> : <OverviewEmpty />}
        </div>
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
      </BlockStack>
    </Page>
  );
}

function Figures({ overview }: { readonly overview: Overview }) {
  const { course, sources } = overview;
  return (
    <BlockStack gap="400">
      <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
        <PaidCard sums={overview.paid} />
        <OutcomesCard outcomes={overview.outcomes} />
      </InlineGrid>
      <AutomationCard automation={overview.automation} />
      <CourseChart course={course} />
      {sources.scenarios.length > 0 && <ScenarioChart scenarios={sources.scenarios} />}
      <GroundsCard grounds={overview.grounds} />
      {sources.scenarios.length > 0 && <SourcesCard sources={sources} />}
    </BlockStack>
  );
}

function hasFigures({ sources, outcomes, grounds, paid, automation }: Overview): boolean {
  return (
    hasAutomation(automation) ||
    sources.scenarios.length +
      grounds.length +
      paid.length +
      outcomes.refunded +
      outcomes.disputed >
      0
  );
}
