import { Text } from '@shopify/polaris';
import type { Outcomes } from '../domain/overview/figures.ts';
import { FactList } from './fact-list.tsx';
import { durationWords, numberWords } from './format.ts';
import { partWords } from './part-words.ts';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** How quick the refunds of the period were, and whether they were right. */
export function OutcomesCard({ outcomes }: { readonly outcomes: Outcomes }) {
  const words = useWords();
  const { t } = words;
  const { refunded, medianSeconds, ninetiethSeconds, disputed } = outcomes;
  const fact = (name: string, value: string) => ({
    name: t(`overview.outcomes.${name}`),
    value: (
      <Text as="span" numeric>
        {value}
      </Text>
    ),
  });
  const took = (seconds: number | null) =>
    seconds === null ? t('overview.outcomes.none') : durationWords(seconds, words);
  return (
    <SectionCard title={t('overview.outcomes.title')}>
      {refunded === 0 && (
        <Text as="p" tone="subdued">
          {t('overview.outcomes.no-refunds')}
        </Text>
      )}
      <FactList
        facts={[
          ...(refunded === 0
            ? []
            : [
                fact('refunded', numberWords(refunded, words)),
                fact('median', took(medianSeconds)),
                fact('ninetieth', took(ninetiethSeconds)),
                fact('before-legal', partWords(outcomes.beforeLegal, outcomes.legalClocks, words)),
                fact('before-bank', partWords(outcomes.beforeBank, outcomes.bankClocks, words)),
                fact('regretted', partWords(outcomes.regretted, refunded, words)),
              ]),
          fact('disputed', numberWords(disputed, words)),
        ]}
      />
    </SectionCard>
  );
}
