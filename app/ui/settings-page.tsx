import type { GroundRecord } from '../domain/automation.ts';
import type { ReadingTally } from '../domain/learning/heard-from.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import { AutomationSections } from './automation-sections.tsx';
import { LearntSection } from './learnt-section.tsx';
import { SecondReaderSection } from './second-reader-section.tsx';
import { SettingsFrame, type SettingsFrameData } from './settings-frame.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

type Section = 'general' | 'money' | 'automation' | 'automatic' | 'reading';

export interface SettingsData extends SettingsFrameData {
  readonly fields: Readonly<Record<Section, readonly SettingField[]>>;
  readonly records: readonly GroundRecord[];
  /** Null where none is set up. */
  readonly secondReaderHost: string | null;
  readonly askedToday: number;
  readonly tallies: readonly ReadingTally[];
}

/** What holds for every refund, and what the app learnt of the merchant. */
export function SettingsPage({ data }: { readonly data: SettingsData }) {
  const { t } = useWords();
  const { fields } = data;
  return (
    <SettingsFrame part="refunds" data={data} fields={Object.values(fields).flat()}>
      {(show) => (
        <>
          <SettingsSection title={t('settings.money.title')} what={t('settings.money.what')}>
            {show([...fields.general, ...fields.money])}
          </SettingsSection>
          <AutomationSections
            automation={fields.automation}
            automatic={fields.automatic}
            records={data.records}
            show={show}
          />
          <SecondReaderSection
            host={data.secondReaderHost}
            askedToday={data.askedToday}
            fields={fields.reading}
            show={show}
          />
          <LearntSection tallies={data.tallies} />
        </>
      )}
    </SettingsFrame>
  );
}
