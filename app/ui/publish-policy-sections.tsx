import { Banner, BlockStack, Checkbox, Modal, Scrollable, Spinner, Text } from '@shopify/polaris';
import type { BuyerLanguage } from '../locales/load-return-policy.ts';
import { languageWords } from './format.ts';
import { ConflictList } from './law-conflicts-card.tsx';
import styles from './policy-text-card.module.css';
import { wordsOfHtml, type PublishedAnswer } from './published-policy.ts';
import type { Publish } from './use-publish.ts';
import { useWords } from './words-context.tsx';

/** What the merchant should have seen before he publishes. */
export function PublishPolicySections({
  language,
  publish,
}: {
  readonly language: BuyerLanguage;
  readonly publish: Publish;
}) {
  const words = useWords();
  const { t } = words;
  const { standing, news, contrary } = publish;
  return (
    <>
      {news && (
        <Modal.Section>
          <Banner tone={news === 'no-answer' ? 'critical' : 'warning'}>
            {t(`return-policy.outcome.${news}`)}
          </Banner>
        </Modal.Section>
      )}
      <Modal.Section>
        <BlockStack gap="300">
          <Text as="p">
            {t('return-policy.one-language', { language: languageWords(language, words) })}
          </Text>
          <Standing standing={standing} />
        </BlockStack>
      </Modal.Section>
      {standing?.outcome === 'read' && contrary.length > 0 && (
        <Modal.Section>
          <BlockStack gap="300">
            <Text as="h3" variant="headingSm">
              {t('return-policy.contrary')}
            </Text>
            <ConflictList conflicts={contrary} />
            <Checkbox
              label={t('return-policy.agree')}
              checked={publish.isAgreed}
              onChange={publish.setIsAgreed}
            />
          </BlockStack>
        </Modal.Section>
      )}
    </>
  );
}

function Standing({ standing }: { readonly standing: PublishedAnswer | null }) {
  const { t } = useWords();
  if (!standing) return <Spinner size="small" accessibilityLabel={t('return-policy.reading')} />;
  if (standing.outcome !== 'read') {
    return <Banner tone="warning">{t(`return-policy.outcome.${standing.outcome}`)}</Banner>;
  }
  const body = standing.policy ? wordsOfHtml(standing.policy.body) : '';
  if (body === '') return <Text as="p">{t('return-policy.present-none')}</Text>;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {t('return-policy.present')}
      </Text>
      {/* Long texts are scrolled by keyboard, too. */}
      <Scrollable focusable className={styles['standing']}>
        {body}
      </Scrollable>
    </BlockStack>
  );
}
