import { BlockStack, Page } from '@shopify/polaris';
import type { ReadingTally } from '../domain/learning/heard-from.ts';
import type { ReadingPolicy } from '../domain/policy/sections.ts';
import type { Instant } from '../domain/time.ts';
import { ConnectionNote } from './connection-note.tsx';
import { LearntCard } from './learnt-card.tsx';
import { SecondReaderCard } from './second-reader-card.tsx';
import { useWords } from './words-context.tsx';

export interface SettingsData {
  /** The policy's. */
  readonly version: number;
  readonly reading: ReadingPolicy;
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
  return (
    <Page title={t('settings.title')}>
      <BlockStack gap="400">
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        <SecondReaderCard
          key={data.version}
          host={data.secondReaderHost}
          version={data.version}
          reading={data.reading}
          askedToday={data.askedToday}
        />
        <LearntCard tallies={data.tallies} />
      </BlockStack>
    </Page>
  );
}
