import type { NonEmpty } from '../claim.ts';
import { defaultPolicy, generalSettings, policySections, type Policy } from '../policy.ts';
import { grounds } from '../scenarios/registry.ts';
import { contradictoryRules } from './check-lane-rules.ts';
import { checkSetting } from './check-setting.ts';
import { problem, type PolicyProblem } from './policy-problem.ts';
import type { Settings } from './setting.ts';

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
  problems.push({ path, ...problem('not-a-section') });
  return {};
}

function unknownSetting(path: string): PolicyProblem {
  return { path, ...problem('no-such-setting') };
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
    // Its own names alone: every object also knows `toString`.
    if (!Object.hasOwn(settings, name)) problems.push(unknownSetting(at(name)));
  }
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => {
      const own = given[name];
      if (own === undefined) return [name, setting.default];
      const found = checkSetting(at(name), own, setting);
      problems.push(...found);
      return [name, found.length > 0 ? setting.default : own];
    }),
  );
}

/** Settings that are right alone and not together. */
function contradictionsIn({ lanes, retention }: Policy): readonly PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  if (lanes.lostDaysDomestic < lanes.silentDaysDomestic) {
    problems.push({ path: 'lanes.lostDaysDomestic', ...problem('lost-before-silent') });
  }
  if (lanes.lostDaysCrossBorder < lanes.silentDaysCrossBorder) {
    problems.push({ path: 'lanes.lostDaysCrossBorder', ...problem('lost-before-silent') });
  }
  // With an order goes what was said about it.
  if (retention.wordsDays > retention.orderDays) {
    problems.push({ path: 'retention.wordsDays', ...problem('words-outlive-order') });
  }
  return [...problems, ...contradictoryRules(lanes)];
}
