import type { SettingsPart } from '../domain/policy/policy-parts.ts';

/** Where a page of the settings is. */
export function settingsPath(part: SettingsPart): string {
  if (part === 'refunds') return '/app/settings';
  return part === 'messages' ? '/app/settings/messages' : `/app/settings/policy/${part}`;
}
