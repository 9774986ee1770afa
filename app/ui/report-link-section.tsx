import { Banner, Text } from '@shopify/polaris';
import styles from './api-token-section.module.css';
import { CopyButton } from './copy-button.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** How buyers without an account come to the form: a line for the shop's e-mails. */
export function ReportLinkSection({
  template,
  days,
}: {
  readonly template: string;
  readonly days: number;
}) {
  const { t } = useWords();
  return (
    <SettingsSection
      title={t('buyer-reports.link.title')}
      what={t('buyer-reports.link.what', { days })}
    >
      <Text as="h3" variant="headingSm">
        {t('buyer-reports.link.template')}
      </Text>
      <pre className={styles['example']}>{template}</pre>
      <CopyButton text={template} label={t('buyer-reports.link.copy')} />
      <Banner tone="warning">{t('buyer-reports.link.secret')}</Banner>
    </SettingsSection>
  );
}
