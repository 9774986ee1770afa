/**
 * The pages of the settings: what holds for every refund, the rest of the policy by what it is about, the words of messages,
 * and what else tells the app.
 */
export const settingsParts = [
  'refunds',
  'parcels',
  'returns',
  'costs',
  'reasons',
  'messages',
  'data',
  'connections',
] as const;
export type SettingsPart = (typeof settingsParts)[number];

/** Pages with an address of their own; the others are made from their sections of the policy. */
const ownPages = ['refunds', 'messages', 'connections'] as const;
export type PolicyPart = Exclude<SettingsPart, (typeof ownPages)[number]>;

export function policyPartOf(name: string | undefined): PolicyPart | null {
  return (
    settingsParts.find((part): part is PolicyPart => part === name && !isOwnPage(part)) ?? null
  );
}

function isOwnPage(part: SettingsPart): boolean {
  return ownPages.some((own) => own === part);
}
