import { BlockStack, Text } from '@shopify/polaris';
import type { GroundFields, PolicySection, SettingField } from '../domain/policy/all-settings.ts';
import type { PolicyPart } from '../domain/policy/policy-parts.ts';
import type { ScenarioId } from '../domain/scenarios/scenario.ts';
import { codeWords } from './code-words.ts';
import { ReturnPolicyLink } from './return-policy-link.tsx';
import { SettingsFrame, type SettingsFrameData } from './settings-frame.tsx';
import { SettingsSection } from './settings-section.tsx';
import { useWords } from './words-context.tsx';

/** One part of the policy by which orders are judged. */
export interface PolicyPageData extends SettingsFrameData {
  readonly part: PolicyPart;
  readonly sections: readonly {
    readonly section: PolicySection;
    readonly fields: readonly SettingField[];
  }[];
  readonly scenarios: readonly {
    readonly scenario: ScenarioId;
    readonly grounds: readonly GroundFields[];
  }[];
  /** Of what things cost, as it is set. */
  readonly costCurrency: string | null;
}

export function PolicyPage({ data }: { readonly data: PolicyPageData }) {
  const words = useWords();
  const { t } = words;
  const { sections, scenarios, costCurrency } = data;
  const fields = [
    ...sections.flatMap((each) => each.fields),
    ...scenarios.flatMap(({ grounds }) => grounds.flatMap((each) => each.fields)),
  ];
  return (
    <SettingsFrame part={data.part} data={data} fields={fields}>
      {(show) => (
        <>
          {sections.map(({ section, fields: own }) => (
            <SettingsSection
              key={section}
              title={t(`settings.section.${section}.title`)}
              what={t(`settings.section.${section}.what`)}
            >
              {show(own, section === 'costs' ? { currency: costCurrency } : {})}
            </SettingsSection>
          ))}
          {data.part === 'returns' && <ReturnPolicyLink />}
          {scenarios.map(({ scenario, grounds }) => (
            <SettingsSection
              key={scenario}
              title={codeWords('scenario', scenario, words)}
              what={t('settings.reasons')}
            >
              {grounds.map(({ ground, fields: own }) => (
                <BlockStack key={ground} gap="200">
                  <Text as="h3" variant="headingSm">
                    {codeWords('ground', ground, words)}
                  </Text>
                  {show(own)}
                </BlockStack>
              ))}
            </SettingsSection>
          ))}
        </>
      )}
    </SettingsFrame>
  );
}
