import type { Evidence, NonEmpty } from '../claim.ts';
import { defaultPolicy, generalSettings, policySections, type Policy } from '../policy.ts';
import { grounds } from '../scenarios/registry.ts';
import type { LaneRule, Setting, Settings } from './setting.ts';

/** What is wrong with one setting: where, and why (`policy-problem.<code>` in the locale files). */
export interface PolicyProblem {
  /** E.g. `lanes.silentDaysDomestic` or `grounds.late-arrival.graceDaysDomestic`. */
  readonly path: string;
  readonly code: string;
  readonly params: Evidence['params'];
}

export type CheckPolicyOutcome =
  | { readonly outcome: 'valid'; readonly policy: Policy }
  | { readonly outcome: 'invalid'; readonly problems: NonEmpty<PolicyProblem> };

type Json = Readonly<Record<string, unknown>>;

/** Settings that the merchant (or a story) changed, over the defaults; each problem names its setting. */
export function checkPolicy(input: unknown): CheckPolicyOutcome {
  const problems: PolicyProblem[] = [];
  const given = objectIn(input, '', problems);
  const { grounds: givenGrounds, ...rest } = given;
  const general = Object.keys(generalSettings);
  const sections = Object.keys(policySections);
  for (const name of Object.keys(rest)) {
    if (!general.includes(name) && !sections.includes(name)) problems.push(unknownSetting(name));
  }
  const inGrounds = objectIn(givenGrounds, 'grounds', problems);
  for (const name of Object.keys(inGrounds)) {
    if (!grounds.some(({ id }) => id === name)) problems.push(unknownSetting(`grounds.${name}`));
  }
  const onlyGeneral = Object.fromEntries(
    Object.entries(rest).filter(([name]) => general.includes(name)),
  );
  const policy = {
    ...defaultPolicy,
    ...valuesIn(onlyGeneral, { path: '', settings: generalSettings, problems }),
    ...Object.fromEntries(
      Object.entries(policySections).map(([name, settings]) => [
        name,
        valuesIn(rest[name], { path: name, settings, problems }),
      ]),
    ),
    grounds: Object.fromEntries(
      grounds.map(({ id, settings }) => [
        id,
        valuesIn(inGrounds[id], { path: `grounds.${id}`, settings, problems }),
      ]),
    ),
  } as unknown as Policy;
  const [first, ...others] = problems.length > 0 ? problems : contradictionsIn(policy);
  return first
    ? { outcome: 'invalid', problems: [first, ...others] }
    : { outcome: 'valid', policy };
}

function objectIn(value: unknown, path: string, problems: PolicyProblem[]): Json {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Json;
  problems.push({ path, code: 'not-a-section', params: {} });
  return {};
}

function unknownSetting(path: string): PolicyProblem {
  return { path, code: 'no-such-setting', params: {} };
}

interface Section {
  readonly path: string;
  readonly settings: Settings;
  readonly problems: PolicyProblem[];
}

function valuesIn(value: unknown, { path, settings, problems }: Section): Json {
  const given = objectIn(value, path, problems);
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  for (const name of Object.keys(given)) {
    if (!(name in settings)) problems.push(unknownSetting(at(name)));
  }
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => {
      const own = given[name];
      if (own === undefined) return [name, setting.default];
      const problem = problemIn(own, setting);
      if (problem) problems.push({ path: at(name), ...problem });
      return [name, problem ? setting.default : own];
    }),
  );
}

type Problem = Omit<PolicyProblem, 'path'>;

const problem = (code: string, params: Evidence['params'] = {}): Problem => ({ code, params });

/** What is wrong with a value; null while it is right. */
function problemIn(value: unknown, setting: Setting): Problem | null {
  switch (setting.type) {
    case 'number': {
      const { least, most } = setting;
      if (typeof value !== 'number' || !Number.isInteger(value)) return problem('not-whole');
      return value < least || value > most ? problem('out-of-bounds', { least, most }) : null;
    }
    case 'flag':
      return typeof value === 'boolean' ? null : problem('not-a-yes-or-no');
    case 'choice':
      return setting.choices.includes(value as string)
        ? null
        : problem('not-a-choice', { choices: setting.choices.join(', ') });
    case 'texts':
      return Array.isArray(value) && value.every(isText) ? null : problem('not-texts');
    case 'amount':
      return value === null || (typeof value === 'string' && /^\d{1,9}(\.\d{1,3})?$/.test(value))
        ? null
        : problem('not-an-amount');
    case 'month-day':
      return typeof value === 'string' && /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)
        ? null
        : problem('not-a-month-day');
    case 'lane-rules':
      return Array.isArray(value) && value.every(isLaneRule) ? null : problem('not-lane-rules');
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
}

const ruleFields: Readonly<Record<keyof LaneRule, (value: unknown) => boolean>> = {
  origin: isCountry,
  destination: isCountry,
  carrier: isText,
  service: isText,
  neverScannedDays: isDays,
  silentDays: isDays,
  lostDays: isDays,
};

function isLaneRule(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(ruleFields);
  const rule = value as Json;
  return (
    Object.keys(rule).every((name) => names.includes(name)) &&
    Object.entries(ruleFields).every(([name, fits]) => rule[name] === null || fits(rule[name]))
  );
}

function isCountry(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{2}$/.test(value);
}

function isDays(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 365;
}

/** Settings that are right alone and not together. */
function contradictionsIn({ lanes }: Policy): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (lanes.lostDaysDomestic < lanes.silentDaysDomestic) {
    problems.push({ path: 'lanes.lostDaysDomestic', ...problem('lost-before-silent') });
  }
  if (lanes.lostDaysCrossBorder < lanes.silentDaysCrossBorder) {
    problems.push({ path: 'lanes.lostDaysCrossBorder', ...problem('lost-before-silent') });
  }
  return problems;
}
