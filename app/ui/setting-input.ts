import type { LaneRule, Setting, SettingValue } from '../domain/policy/setting.ts';

/** A rule as its fields show it: an empty text is any way, or the general limit. */
export type RuleInput = Readonly<Record<keyof LaneRule, string>>;

/** What the fields of a setting hold. */
export type SettingInput = string | boolean | readonly RuleInput[];

export const emptyRule: RuleInput = {
  origin: '',
  destination: '',
  carrier: '',
  service: '',
  neverScannedDays: '',
  silentDays: '',
  lostDays: '',
};

const shown = (value: string | number | null) => String(value ?? '');

/** A value as its fields show it. */
export function inputOf(value: SettingValue): SettingInput {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return shown(value);
  const rules = value.filter((each) => typeof each !== 'string');
  if (rules.length > 0) return rules.map(ruleInput);
  return value.filter((each) => typeof each === 'string').join('\n');
}

function ruleInput(rule: LaneRule): RuleInput {
  return {
    origin: shown(rule.origin),
    destination: shown(rule.destination),
    carrier: shown(rule.carrier),
    service: shown(rule.service),
    neverScannedDays: shown(rule.neverScannedDays),
    silentDays: shown(rule.silentDays),
    lostDays: shown(rule.lostDays),
  };
}

/** What was typed as the setting's value; what is none goes as it is, and the policy's check says so. */
export function valueOf({ type }: Setting, input: SettingInput): unknown {
  if (typeof input === 'boolean') return input;
  if (type === 'lane-rules') return typeof input === 'string' ? [] : input.map(ruleOf);
  if (typeof input !== 'string') return input;
  const text = input.trim();
  switch (type) {
    case 'amount':
    case 'wording':
      return text === '' ? null : text;
    case 'number':
      return numberOrText(text);
    case 'texts':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return text;
  }
}

function ruleOf(rule: RuleInput): Readonly<Record<keyof LaneRule, string | number | null>> {
  const textOrAny = (text: string) => (text.trim() === '' ? null : text.trim());
  const daysOrGeneral = (text: string) => (text.trim() === '' ? null : numberOrText(text.trim()));
  return {
    origin: textOrAny(rule.origin.toUpperCase()),
    destination: textOrAny(rule.destination.toUpperCase()),
    carrier: textOrAny(rule.carrier),
    service: textOrAny(rule.service),
    neverScannedDays: daysOrGeneral(rule.neverScannedDays),
    silentDays: daysOrGeneral(rule.silentDays),
    lostDays: daysOrGeneral(rule.lostDays),
  };
}

function numberOrText(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
