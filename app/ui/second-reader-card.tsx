import { Text } from '@shopify/polaris';
import { readingSettings, type ReadingPolicy } from '../domain/policy/sections.ts';
import { PolicyForm } from './policy-form.tsx';
import { SectionCard } from './section-card.tsx';
import { useWords } from './words-context.tsx';

/** Whether texts may be sent to the service that reads what the app does not, and how many a day. */
export function SecondReaderCard({
  host,
  version,
  reading,
  askedToday,
  onSaved,
}: {
  /** Null where none is set up. */
  readonly host: string | null;
  readonly version: number;
  readonly reading: ReadingPolicy;
  readonly askedToday: number;
  readonly onSaved: (version: number) => void;
}) {
  const { t } = useWords();
  return (
    <SectionCard title={t('settings.second-reader.title')}>
      {host === null ? (
        <Text as="p" tone="subdued">
          {t('settings.second-reader.none')}
        </Text>
      ) : (
        <>
          <Text as="p">{t('settings.second-reader.what', { host })}</Text>
          <PolicyForm
            section="reading"
            settings={readingSettings}
            values={{ ...reading }}
            version={version}
            currency={null}
            onSaved={onSaved}
            beside={
              <Text as="span" tone="subdued">
                {t('settings.second-reader.today', { count: askedToday })}
              </Text>
            }
          />
        </>
      )}
    </SectionCard>
  );
}
