import { checkLaneRules } from './check-lane-rules.ts';
import { wordingProblem } from './check-wording.ts';
import {
  isShortText,
  problem,
  wholeNumberProblem,
  type PolicyProblem,
  type Problem,
} from './policy-problem.ts';
import type { Setting } from './setting.ts';

/** What is wrong with a setting, looked at alone. */
export function checkSetting(
  path: string,
  value: unknown,
  setting: Setting,
): readonly PolicyProblem[] {
  if (setting.type === 'lane-rules') return checkLaneRules(value);
  const found = problemIn(value, setting);
  return found ? [{ path, ...found }] : [];
}

type PlainSetting = Exclude<Setting, { readonly type: 'lane-rules' }>;

/** What is wrong with a value; null while it is right. */
function problemIn(value: unknown, setting: PlainSetting): Problem | null {
  switch (setting.type) {
    case 'number':
      return wholeNumberProblem(value, setting);
    case 'flag':
      return typeof value === 'boolean' ? null : problem('not-a-yes-or-no');
    case 'choice':
      return setting.choices.includes(value as string)
        ? null
        : problem('not-a-choice', { choices: setting.choices.join(', ') });
    case 'texts':
      return textsProblem(value);
    case 'amount':
      return value === null || (typeof value === 'string' && /^\d{1,9}(\.\d{1,3})?$/.test(value))
        ? null
        : problem('not-an-amount');
    case 'wording':
      return wordingProblem(value, setting);
    case 'month-day':
      return isMonthDay(value) ? null : problem('not-a-month-day');
  }
}

/** Of one list; whoever has more ends them with `*`. */
const mostTexts = 1000;

function textsProblem(value: unknown): Problem | null {
  if (!Array.isArray(value) || !value.every(isShortText)) return problem('not-texts');
  return value.length > mostTexts ? problem('too-many', { most: mostTexts }) : null;
}

const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A leap day is one: seasons are compared as texts, and it ends February in every year. */
function isMonthDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d\d-\d\d$/.test(value)) return false;
  const day = Number(value.slice(3));
  return day >= 1 && day <= (daysOfMonth[Number(value.slice(0, 2)) - 1] ?? 0);
}
