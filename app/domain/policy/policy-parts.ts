/** The pages of the settings: those of every refund, and the rest of the policy by what it is about. */
export const settingsParts = ['refunds', 'parcels', 'returns', 'costs', 'reasons', 'data'] as const;
export type SettingsPart = (typeof settingsParts)[number];

export type PolicyPart = Exclude<SettingsPart, 'refunds'>;

export function policyPartOf(name: string | undefined): PolicyPart | null {
  return (
    settingsParts.find((part): part is PolicyPart => part === name && part !== 'refunds') ?? null
  );
}
