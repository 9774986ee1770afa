import type { SettingsPart } from '../domain/policy/policy-parts.ts';

/** Where a page of the settings is. */
export function settingsPath(part: SettingsPart): string {
  return part === 'refunds' ? '/app/settings' : `/app/settings/policy/${part}`;
}
