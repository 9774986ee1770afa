import { InlineStack, Button, Text } from '@shopify/polaris';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** The way from the settings to what buyers are told of them. */
export function ReturnPolicyLink() {
  const { t } = useWords();
  return (
    <SectionCard title={t('return-policy.title')}>
      <Text as="p">{t('return-policy.link')}</Text>
      <InlineStack align="end">
        <Button url="/app/settings/return-policy">{t('return-policy.open')}</Button>
      </InlineStack>
    </SectionCard>
  );
}
