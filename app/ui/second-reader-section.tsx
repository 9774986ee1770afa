import { Text } from '@shopify/polaris';
import type { SettingField } from '../domain/policy/all-settings.ts';
import type { ShowFields } from './settings-frame.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** Whether texts may be sent to the service that reads what the app does not, and how many a day. */
export function SecondReaderSection({
  host,
  askedToday,
  fields,
  show,
}: {
  /** Null where none is set up. */
  readonly host: string | null;
  readonly askedToday: number;
  readonly fields: readonly SettingField[];
  readonly show: ShowFields;
}) {
  const { t } = useWords();
  const isSetUp = host !== null;
  return (
    <SettingsSection
      title={t('settings.second-reader.title')}
      what={isSetUp ? t('settings.second-reader.what', { host }) : null}
    >
      {isSetUp && show(fields)}
      <Text as="p" tone="subdued">
        {isSetUp
          ? t('settings.second-reader.today', { count: askedToday })
          : t('settings.second-reader.none')}
      </Text>
    </SettingsSection>
  );
}
