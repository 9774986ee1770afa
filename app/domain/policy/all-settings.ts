import { generalSettings, policySections, type Policy } from '../policy.ts';
import type { GroundId } from '../scenarios/ground-ids.ts';
import { grounds } from '../scenarios/registry.ts';
import { scenarioIds, type ScenarioId } from '../scenarios/scenario.ts';
import type { Setting, Settings, SettingValue } from './setting.ts';

/** One setting with what it is set to. */
export interface SettingField {
  /** `holdSeconds`, `lanes.peakFrom`, `grounds.late-arrival.graceDaysDomestic`. */
  readonly path: string;
  readonly setting: Setting;
  readonly value: SettingValue;
}

export type PolicySection = keyof typeof policySections;

/** The settings of one ground. */
export interface GroundFields {
  readonly ground: GroundId;
  readonly fields: readonly SettingField[];
}

/** Of the settings that apply to everything. */
export function generalFields(policy: Policy): readonly SettingField[] {
  return fieldsAt('', generalSettings, { ...policy });
}

export function sectionFields(policy: Policy, section: PolicySection): readonly SettingField[] {
  return fieldsAt(section, policySections[section], { ...policy[section] });
}

/** The grounds that have settings of their own, by scenario; scenarios without any are left out. */
export function groundFields(
  policy: Policy,
): readonly { readonly scenario: ScenarioId; readonly grounds: readonly GroundFields[] }[] {
  return scenarioIds.flatMap((scenario) => {
    const own = grounds
      .filter((ground) => ground.scenario === scenario)
      .map(({ id, settings }) => ({
        ground: id,
        fields: fieldsAt(`grounds.${id}`, settings, { ...policy.grounds[id] }),
      }))
      .filter(({ fields }) => fields.length > 0);
    return own.length > 0 ? [{ scenario, grounds: own }] : [];
  });
}

function fieldsAt(
  prefix: string,
  settings: Settings,
  values: Readonly<Record<string, unknown>>,
): readonly SettingField[] {
  return Object.entries(settings).map(([name, setting]) => ({
    path: prefix === '' ? name : `${prefix}.${name}`,
    setting,
    // A policy was checked: its values are those of its settings.
    value: values[name] as SettingValue,
  }));
}

/** Every setting there is, by its path. */
export const settingsByPath: ReadonlyMap<string, Setting> = new Map<string, Setting>([
  ...Object.entries<Setting>(generalSettings),
  ...Object.entries(policySections).flatMap(([section, settings]) =>
    Object.entries<Setting>(settings).map(([name, setting]): [string, Setting] => [
      `${section}.${name}`,
      setting,
    ]),
  ),
  ...grounds.flatMap(({ id, settings }) =>
    Object.entries<Setting>(settings).map(([name, setting]): [string, Setting] => [
      `grounds.${id}.${name}`,
      setting,
    ]),
  ),
]);

/** Sections of which no judgement knows: what they hold, pay, say or keep comes after it. */
const besideJudgement = new Set([
  'holdSeconds',
  'money',
  'reading',
  'automation',
  'automatic',
  'retention',
  'messages',
]);

/** Whether a change of the setting can change what is suggested. */
export function isJudgedBy(path: string): boolean {
  return !besideJudgement.has(path.replace(/\..*/, ''));
}
