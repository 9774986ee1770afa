import type { SettingsPart } from '../domain/policy/policy-parts.ts';

/** Where a page of the settings is. */
export function settingsPath(part: SettingsPart): string {
  switch (part) {
    case 'refunds':
      return '/app/settings';
    case 'messages':
    case 'connections':
      return `/app/settings/${part}`;
    default:
      return `/app/settings/policy/${part}`;
  }
}
