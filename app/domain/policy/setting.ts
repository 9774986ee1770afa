/** What one setting of the merchant takes: its default, unit and bounds; its meaning is `policy.<path>` in the locale files. */
export type Setting =
  | NumberSetting
  | FlagSetting
  | ChoiceSetting<string>
  | TextsSetting
  | AmountSetting
  | MonthDaySetting
  | WordingSetting
  | LaneRulesSetting;

export type NumberUnit = 'days' | 'seconds' | 'percent' | 'count';

export interface NumberSetting {
  readonly type: 'number';
  readonly unit: NumberUnit;
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

export interface FlagSetting {
  readonly type: 'flag';
  readonly default: boolean;
}

export interface ChoiceSetting<Choice extends string> {
  readonly type: 'choice';
  readonly default: Choice;
  readonly choices: readonly Choice[];
}

/** Short texts, e.g. SKUs; a trailing `*` stands for any ending. */
export interface TextsSetting {
  readonly type: 'texts';
  readonly default: readonly string[];
}

/** A decimal amount in the policy's currency; null: not known, and nothing is assumed. */
export interface AmountSetting {
  readonly type: 'amount';
  readonly default: string | null;
}

/** A day of every year, `MM-DD`. */
export interface MonthDaySetting {
  readonly type: 'month-day';
  readonly default: string;
}

/** The merchant's own words of a message, with variables such as `{{order}}`; null: ours. */
export interface WordingSetting {
  readonly type: 'wording';
  readonly default: null;
  readonly variables: readonly string[];
  /** Those of them without which it says nothing. */
  readonly needed: readonly string[];
}

export interface LaneRulesSetting {
  readonly type: 'lane-rules';
  readonly default: readonly LaneRule[];
}

/** Limits of the merchant's own for some lanes; `null` is any way, or the general limit. The first rule that fits counts. */
export interface LaneRule {
  readonly origin: string | null;
  readonly destination: string | null;
  readonly carrier: string | null;
  readonly service: string | null;
  readonly neverScannedDays: number | null;
  readonly silentDays: number | null;
  readonly lostDays: number | null;
}

export type Settings = Readonly<Record<string, Setting>>;

type ValueOf<S extends Setting> = S extends NumberSetting
  ? number
  : S extends FlagSetting
    ? boolean
    : S extends ChoiceSetting<infer Choice>
      ? Choice
      : S extends AmountSetting | WordingSetting
        ? string | null
        : S extends MonthDaySetting
          ? string
          : S extends LaneRulesSetting
            ? readonly LaneRule[]
            : readonly string[];

/** Whatever a setting can be set to. */
export type SettingValue = ValueOf<Setting>;

export type ValuesOf<S extends Settings> = { readonly [Name in keyof S]: ValueOf<S[Name]> };

function number(unit: NumberUnit, value: number, [least, most]: readonly [number, number]) {
  return { type: 'number', unit, default: value, least, most } as const satisfies NumberSetting;
}

export const days = (value: number, most = 365) => number('days', value, [0, most]);
/** Where less would be unlawful or harmful. */
export const daysWithin = (value: number, least: number, most: number) =>
  number('days', value, [least, most]);
export const percent = (value: number, most = 100) => number('percent', value, [0, most]);
export const count = (value: number, most = 1000) => number('count', value, [0, most]);
export const seconds = (value: number, most: number) => number('seconds', value, [0, most]);

export function flag(value: boolean): FlagSetting {
  return { type: 'flag', default: value };
}

export function choice<const Choice extends string>(
  value: NoInfer<Choice>,
  choices: readonly Choice[],
): ChoiceSetting<Choice> {
  return { type: 'choice', default: value, choices };
}

export function texts(value: readonly string[] = []): TextsSetting {
  return { type: 'texts', default: value };
}

export function amount(value: string | null): AmountSetting {
  return { type: 'amount', default: value };
}

export function monthDay(value: string): MonthDaySetting {
  return { type: 'month-day', default: value };
}

export function wording({
  variables,
  needed,
}: Pick<WordingSetting, 'variables' | 'needed'>): WordingSetting {
  return { type: 'wording', default: null, variables, needed };
}

export const laneRules: LaneRulesSetting = { type: 'lane-rules', default: [] };

/** The values that hold until the merchant says otherwise. */
export function defaultsOf<S extends Settings>(settings: S): ValuesOf<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, setting.default]),
  ) as ValuesOf<S>;
}
