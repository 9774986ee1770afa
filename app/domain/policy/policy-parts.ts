/** The pages of the settings: those of every refund, the rest of the policy by what it is about, and what else tells the app. */
export const settingsParts = [
  'refunds',
  'parcels',
  'returns',
  'costs',
  'reasons',
  'data',
  'connections',
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Pages that are no part of the policy, or more than one. */
const ownPages = ['refunds', 'connections'] as const;
export type PolicyPart = Exclude<SettingsPart, (typeof ownPages)[number]>;

export function policyPartOf(name: string | undefined): PolicyPart | null {
  const isOwn = (part: SettingsPart): part is (typeof ownPages)[number] =>
    ownPages.some((own) => own === part);
  return settingsParts.find((part): part is PolicyPart => part === name && !isOwn(part)) ?? null;
}
