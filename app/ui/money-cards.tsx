import { BlockStack, Link, Text } from '@shopify/polaris';
import type { PaidSum, Sum } from '../domain/overview/figures.ts';
import { isPositive } from '../domain/money.ts';
import { FactList } from './fact-list.tsx';
import { moneyWords } from './format.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** What the suggestions that wait come to, each currency for itself. */
export function AtStakeCard({ sums }: { readonly sums: readonly Sum[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('overview.at-stake.title')}>
      <Text as="p" tone="subdued">
        {t(sums.length === 0 ? 'overview.at-stake.none' : 'overview.at-stake.what')}
      </Text>
      <FactList
        facts={sums.map(({ count, amount }) => ({
          name: t('overview.count.suggestions', { count }),
          value: <Amount>{moneyWords(amount, words)}</Amount>,
        }))}
      />
      {sums.length > 0 && <Link url="/app?sort=amount">{t('overview.at-stake.largest')}</Link>}
    </SectionCard>
  );
}

/** What went back in the period, each currency for itself. */
export function PaidCard({ sums }: { readonly sums: readonly PaidSum[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <SectionCard title={t('overview.paid.title')}>
      <Text as="p" tone="subdued">
        {t(sums.length === 0 ? 'overview.paid.none' : 'overview.paid.what')}
      </Text>
      <FactList
        facts={sums.map(({ count, amount, pending }) => ({
          name: t('overview.count.refunds', { count }),
          value: (
            <BlockStack inlineAlign="end">
              <Amount>{moneyWords(amount, words)}</Amount>
              {isPositive(pending) && (
                <Text as="span" variant="bodySm" tone="subdued">
                  {t('overview.paid.pending', { amount: moneyWords(pending, words) })}
                </Text>
              )}
            </BlockStack>
          ),
        }))}
      />
    </SectionCard>
  );
}

function Amount({ children }: { readonly children: string }) {
  return (
    <Text as="span" variant="headingMd" numeric>
      {children}
    </Text>
  );
}
