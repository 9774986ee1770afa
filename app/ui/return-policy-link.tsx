import { InlineStack, Button, Text } from '@shopify/polaris';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** The way from the settings to what buyers are told of them. */
export function ReturnPolicyLink() {
  const { t } = useWords();
  return (
    <SettingsSection title={t('return-policy.title')} what={null}>
      <Text as="p">{t('return-policy.link')}</Text>
      <InlineStack align="end">
        <Button url="/app/settings/return-policy">{t('return-policy.open')}</Button>
      </InlineStack>
    </SettingsSection>
  );
}
