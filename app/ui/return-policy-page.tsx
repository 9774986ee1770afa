import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import type { PolicyOutline } from '../domain/published/clause.ts';
import type { LawConflict } from '../domain/published/conflicts.ts';
import type { Market } from '../domain/published/markets.ts';
import type { Instant } from '../domain/time.ts';
import type { BuyerWords } from './buyer-words.ts';
import { ConnectionNote } from './connection-note.tsx';
import { countriesWords } from './format.ts';
import { LawConflictsCard } from './law-conflicts-card.tsx';
import { PolicyTextCard } from './policy-text-card.tsx';
import { settingsPath } from './settings-url.ts';
import { useWords } from './words-context.tsx';

export interface ReturnPolicyData {
  /** The settings'. */
  readonly version: number;
  readonly markets: readonly Market[];
  readonly outline: PolicyOutline;
  readonly conflicts: readonly LawConflict[];
  /** The words of the language that is shown first. */
  readonly first: BuyerWords;
  readonly now: Instant;
  readonly isConnected: boolean;
}

/** What buyers are told of returns, and where the law has more to say. */
export function ReturnPolicyPage({ data }: { readonly data: ReturnPolicyData }) {
  const words = useWords();
  const { t } = words;
  const countries = data.markets.flatMap((market) => market.countries);
  return (
    <Page
      title={t('return-policy.title')}
      backAction={{ content: t('settings.title'), url: settingsPath('returns') }}
    >
      <BlockStack gap="400">
        {!data.isConnected && <ConnectionNote asOf={data.now} />}
        <Card>
          <Text as="p">
            {countries.length === 0
              ? t('return-policy.no-markets')
              : t('return-policy.markets', { countries: countriesWords(countries, words) })}
          </Text>
        </Card>
        <LawConflictsCard conflicts={data.conflicts} hasMarkets={countries.length > 0} />
        <PolicyTextCard
          outline={data.outline}
          conflicts={data.conflicts}
          version={data.version}
          first={data.first}
        />
      </BlockStack>
    </Page>
  );
}
