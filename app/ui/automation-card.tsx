import { Text } from '@shopify/polaris';
import {
  decidedOf,
  decisionsToProve,
  isProven,
  noRecord,
  precisionOf,
  shareToProve,
  type GroundRecord,
} from '../domain/automation.ts';
import { automaticGrounds, type AutomaticGround } from '../domain/policy/automatic-grounds.ts';
import {
  automaticSettings,
  automationSettings,
  type AutomaticPolicy,
  type AutomationPolicy,
} from '../domain/policy/sections.ts';
import { codeWords } from './code-words.ts';
import { percentWords } from './format.ts';
import { PolicyForm } from './policy-form.tsx';
import { SectionCard } from './section-card.tsx';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** What the machine may pay by itself, for which grounds, and how often people decided as it would have. */
export function AutomationCard({
  automation,
  automatic,
  records,
  version,
  currency,
  onSaved,
}: {
  readonly automation: AutomationPolicy;
  readonly automatic: AutomaticPolicy;
  readonly records: readonly GroundRecord[];
  /** The policy's. */
  readonly version: number;
  readonly currency: string | null;
  readonly onSaved: (version: number) => void;
}) {
  const words = useWords();
  const { t } = words;
  const recordOf = (ground: AutomaticGround) =>
    records.find((each) => each.ground === ground) ?? noRecord(ground);
  return (
    <>
      <SectionCard title={t('settings.automation.title')}>
        <Text as="p">{t('settings.automation.what')}</Text>
        <PolicyForm
          section="automation"
          settings={automationSettings}
          values={{ ...automation }}
          version={version}
          currency={currency}
          onSaved={onSaved}
        />
      </SectionCard>
      <SectionCard title={t('settings.automatic.title')}>
        <Text as="p">
          {t('settings.automatic.what', {
            count: decisionsToProve,
            percent: percentWords(shareToProve, words),
          })}
        </Text>
        <PolicyForm
          section="automatic"
          settings={automaticSettings}
          values={{ ...automatic }}
          version={version}
          currency={currency}
          onSaved={onSaved}
          fieldOf={(name) => {
            const ground = automaticGrounds.find((known) => known === name);
            const record = ground && recordOf(ground);
            return {
              label: codeWords('ground', name, words),
              help: record ? recordWords(record, words) : '',
              choiceLabel: (choice) => t(`policy-choice.automatic.${choice}`),
              isChoiceOpen: (choice) => choice !== 'on' || (record ? isProven(record) : false),
            };
          }}
        />
      </SectionCard>
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
