import type { LaneRule, SettingValue } from './setting.ts';

/** So much of a long list or text is written down. */
const mostCharacters = 300;

/** A value in one line, as the trail keeps it: no words, which every reader has in another language. */
export function settingText(value: SettingValue): string {
  if (typeof value !== 'object' || value === null) return shortened(String(value));
  if (value.length === 0) return 'null';
  const line = value.map((each) => (typeof each === 'string' ? each : ruleText(each))).join(', ');
  return shortened(line);
}

function shortened(line: string): string {
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line;
}

/** E.g. `CN → US DHL *: 5/9/40`; `*` is any way, or the general limit. */
function ruleText(rule: LaneRule): string {
  const any = (value: string | number | null) => String(value ?? '*');
  const days = [rule.neverScannedDays, rule.silentDays, rule.lostDays].map(any).join('/');
  const way = `${any(rule.origin)} → ${any(rule.destination)}`;
  return `${way} ${any(rule.carrier)} ${any(rule.service)}: ${days}`;
}
