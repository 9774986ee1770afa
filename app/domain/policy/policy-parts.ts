/** The pages of the settings: what holds for every refund, the words of messages, and the rest of the policy by what it is about. */
export const settingsParts = [
  'refunds',
  'parcels',
  'returns',
  'costs',
  'reasons',
  'messages',
  'data',
] as const;
export type SettingsPart = (typeof settingsParts)[number];

export type PolicyPart = Exclude<SettingsPart, 'refunds' | 'messages'>;

export function policyPartOf(name: string | undefined): PolicyPart | null {
  const part = settingsParts.find((each) => each === name);
  return part === undefined || part === 'refunds' || part === 'messages' ? null : part;
}
