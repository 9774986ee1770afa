import {
  decidedOf,
  decisionsToProve,
  isProven,
  noRecord,
  precisionOf,
  shareToProve,
  type GroundRecord,
} from '../domain/automation.ts';
import type { SettingField } from '../domain/policy/all-settings.ts';
import { automaticGrounds } from '../domain/policy/automatic-grounds.ts';
import { codeWords } from './code-words.ts';
import { percentWords } from './format.ts';
import type { FieldWords } from './policy-fields.tsx';
import type { ShowFields } from './settings-frame.tsx';
import { SettingsSection } from './settings-section.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** What the machine may pay by itself, for which grounds, and how often people decided as it would have. */
export function AutomationSections({
  automation,
  automatic,
  records,
  show,
}: {
  readonly automation: readonly SettingField[];
  readonly automatic: readonly SettingField[];
  readonly records: readonly GroundRecord[];
  readonly show: ShowFields;
}) {
  const words = useWords();
  const { t } = words;
  const wordsOf = (path: string): FieldWords => {
    const ground = automaticGrounds.find((known) => path === `automatic.${known}`);
    const record = ground && (records.find((each) => each.ground === ground) ?? noRecord(ground));
    return {
      label: ground ? codeWords('ground', ground, words) : path,
      help: record ? recordWords(record, words) : '',
      choiceLabel: (choice) => t(`policy-choice.automatic.${choice}`),
      isChoiceOpen: (choice) => choice !== 'on' || (record ? isProven(record) : false),
    };
  };
  return (
    <>
      <SettingsSection title={t('settings.automation.title')} what={t('settings.automation.what')}>
        {show(automation)}
      </SettingsSection>
      <SettingsSection
        title={t('settings.automatic.title')}
        what={t('settings.automatic.what', {
          count: decisionsToProve,
          percent: percentWords(shareToProve, words),
        })}
      >
        {show(automatic, { wordsOf })}
      </SettingsSection>
    </>
  );
}

function recordWords(record: GroundRecord, words: Words): string {
  const { t } = words;
  const decided = decidedOf(record);
  if (decided === 0) return t('settings.automatic.none');
  const { low, high } = precisionOf(record);
  return t(isProven(record) ? 'settings.automatic.proven' : 'settings.automatic.unproven', {
    agreed: record.agreed,
    count: decided,
    low: percentWords(low, words),
    high: percentWords(high, words),
  });
}
