import type { NonEmpty } from '../claim.ts';
import type { Policy } from '../policy.ts';
import { settingsByPath } from './all-settings.ts';
import { checkPolicy } from './check-policy.ts';
import { problem, type PolicyProblem } from './policy-problem.ts';

/** What settings are to be, by their paths. */
export type SettingChanges = Readonly<Record<string, unknown>>;

type Json = Readonly<Record<string, unknown>>;

export type ChangeSettingsOutcome =
  /** `own` is what the merchant set himself, as it is kept; `policy` the same over the defaults. */
  | { readonly outcome: 'valid'; readonly own: Json; readonly policy: Policy }
  | { readonly outcome: 'invalid'; readonly problems: NonEmpty<PolicyProblem> };

/** Some settings are changed; the rest of what the merchant set stays as it is. */
export function changeSettings(before: unknown, changes: SettingChanges): ChangeSettingsOutcome {
  const given = Object.entries(changes);
  const unknown = given
    .filter(([path]) => !settingsByPath.has(path))
    .map(([path]) => ({ path, ...problem('no-such-setting') }));
  const own = given
    .filter(([path]) => settingsByPath.has(path))
    .reduce((policy, [path, value]) => withValue(policy, path, value), jsonOf(before));
  const checked = checkPolicy(own);
  const [first, ...others] = unknown;
  if (checked.outcome === 'invalid') {
    return first ? { ...checked, problems: [first, ...others, ...checked.problems] } : checked;
  }
  return first
    ? { outcome: 'invalid', problems: [first, ...others] }
    : { outcome: 'valid', own, policy: checked.policy };
}

function withValue(node: Json, path: string, value: unknown): Json {
  const dot = path.indexOf('.');
  if (dot < 0) return { ...node, [path]: value };
  const name = path.slice(0, dot);
  return { ...node, [name]: withValue(jsonOf(node[name]), path.slice(dot + 1), value) };
}

function jsonOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
