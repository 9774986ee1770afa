import {
  isShortText,
  problem,
  wholeNumberProblem,
  type PolicyProblem,
  type Problem,
} from './policy-problem.ts';
import type { LanePolicy } from './sections.ts';
import type { LaneRule } from './setting.ts';

const path = 'lanes.rules';

/** More cannot be looked through, neither by a merchant nor for each parcel. */
const mostRules = 100;

type Check = (value: unknown) => Problem | null;

const country: Check = (value) =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value) ? null : problem('not-a-country');
const shortText: Check = (value) => (isShortText(value) ? null : problem('not-a-short-text'));
const dayCount: Check = (value) => wholeNumberProblem(value, { least: 0, most: 365 });

const ruleFields: Readonly<Record<keyof LaneRule, Check>> = {
  origin: country,
  destination: country,
  carrier: shortText,
  service: shortText,
  neverScannedDays: dayCount,
  silentDays: dayCount,
  lostDays: dayCount,
};

/** What is wrong with the merchant's own rules; each problem names its rule and field. */
export function checkLaneRules(value: unknown): readonly PolicyProblem[] {
  if (!Array.isArray(value)) return [{ path, ...problem('not-lane-rules') }];
  if (value.length > mostRules) return [{ path, ...problem('too-many', { most: mostRules }) }];
  return value.flatMap((rule: unknown, index) => problemsInRule(rule, `${path}[${index}]`));
}

function problemsInRule(rule: unknown, at: string): readonly PolicyProblem[] {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) {
    return [{ path: at, ...problem('not-a-lane-rule') }];
  }
  const given = new Map<string, unknown>(Object.entries(rule));
  const unknown = [...given.keys()].filter((name) => !Object.hasOwn(ruleFields, name));
  return [
    ...unknown.map((name) => ({ path: `${at}.${name}`, ...problem('no-such-setting') })),
    ...Object.entries(ruleFields).flatMap(([name, check]) => {
      const own = given.get(name);
      // Left open on purpose is `null`; a field that is not there may be a typing error of its name.
      const found = own === undefined ? problem('missing') : own === null ? null : check(own);
      return found ? [{ path: `${at}.${name}`, ...found }] : [];
    }),
  ];
}

/** Rules that take a parcel for lost before its silence is unusual, on every kind of lane that they can stand for. */
export function contradictoryRules(lanes: LanePolicy): readonly PolicyProblem[] {
  const home = { silent: lanes.silentDaysDomestic, lost: lanes.lostDaysDomestic };
  const abroad = { silent: lanes.silentDaysCrossBorder, lost: lanes.lostDaysCrossBorder };
  return lanes.rules.flatMap((rule, index) => {
    const { origin, destination } = rule;
    const isOneKind = origin !== null && destination !== null;
    const general = isOneKind ? [origin === destination ? home : abroad] : [home, abroad];
    return general.every(
      ({ silent, lost }) => (rule.lostDays ?? lost) < (rule.silentDays ?? silent),
    )
      ? [{ path: `${path}[${index}].lostDays`, ...problem('lost-before-silent') }]
      : [];
  });
}
