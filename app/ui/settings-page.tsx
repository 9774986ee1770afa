import { BlockStack, Page, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { ReadingTally } from '../domain/learning/heard-from.ts';
import type { GroundRecord } from '../domain/automation.ts';
import {
  moneySettings,
  type AutomaticPolicy,
  type AutomationPolicy,
  type MoneyPolicy,
  type ReadingPolicy,
} from '../domain/policy/sections.ts';
import type { Instant } from '../domain/time.ts';
import { AutomationCard } from './automation-card.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { LearntCard } from './learnt-card.tsx';
import { PolicyForm } from './policy-form.tsx';
import { ReturnPolicyLink } from './return-policy-link.tsx';
import { SecondReaderCard } from './second-reader-card.tsx';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

export interface SettingsData {
  /** The policy's. */
  readonly version: number;
  readonly money: MoneyPolicy;
  readonly reading: ReadingPolicy;
  readonly automation: AutomationPolicy;
  readonly automatic: AutomaticPolicy;
  readonly records: readonly GroundRecord[];
  /** The shop's own; null while it is not known. */
  readonly currency: string | null;
  /** Null where none is set up. */
  readonly secondReaderHost: string | null;
  readonly askedToday: number;
  readonly tallies: readonly ReadingTally[];
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** What the merchant can set, and what the app learnt of the merchant. */
export function SettingsPage({ data }: { readonly data: SettingsData }) {
  const { t } = useWords();
  const { money, reading, currency } = data;
  // One's own change is no news to the other forms, however long the page takes to follow.
  const [saved, setSaved] = useState(0);
  const version = Math.max(data.version, saved);
  return (
    <Page title={t('settings.title')}>
      <BlockStack gap="400">
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        <SectionCard title={t('settings.money.title')}>
          <Text as="p">{t('settings.money.what')}</Text>
          <PolicyForm
            section="money"
            settings={moneySettings}
            values={{ ...money }}
            version={version}
            currency={currency}
            onSaved={setSaved}
          />
        </SectionCard>
        <AutomationCard
          automation={data.automation}
          automatic={data.automatic}
          records={data.records}
          version={version}
          currency={currency}
          onSaved={setSaved}
        />
        <SecondReaderCard
          host={data.secondReaderHost}
          version={version}
          onSaved={setSaved}
          reading={reading}
          askedToday={data.askedToday}
        />
        <ReturnPolicyLink />
        <LearntCard tallies={data.tallies} />
      </BlockStack>
    </Page>
  );
}
