import type { BackTest } from '../domain/backtest/back-test.ts';
import type { Estimate } from '../domain/backtest/measures.ts';
import { settingText } from '../domain/policy/setting-text.ts';
import { codeWords } from './code-words.ts';
import { dayWords, percentWords } from './format.ts';
import { settingLabelKey } from './setting-words.ts';
import type { Words } from './words.ts';

/** A setting by its name, with whose it is where names repeat. */
export function tryableName(path: string, words: Words): string {
  const label = words.t(`policy.${settingLabelKey(path)}.label`);
  const ground = /^grounds\.([\w-]+)\./.exec(path)?.[1];
  if (ground === undefined) return label;
  return words.t('back-test.of-ground', { ground: codeWords('ground', ground, words), label });
}

/** What a back-test tried: the settings as they were, or one of them otherwise. */
export function triedWords({ changes, policyVersion }: BackTest, words: Words): string {
  const tried = Object.entries(changes).map(([path, value]) =>
    words.t('back-test.tried', { setting: tryableName(path, words), value: settingText(value) }),
  );
  return tried.length === 0
    ? words.t('back-test.as-set', { version: policyVersion })
    : tried.join(words.t('evidence-separator'));
}

export function testName(test: BackTest, words: Words): string {
  return words.t('back-test.named', {
    day: dayWords(test.askedAt, words),
    tried: triedWords(test, words),
  });
}

/** E.g. "83% (66%–93%)". */
export function estimateWords({ share, low, high }: Estimate, words: Words): string {
  if (share === null) return words.t('back-test.none');
  return words.t('overview.grounds.interval', {
    percent: percentWords(share, words),
    low: percentWords(low, words),
    high: percentWords(high, words),
  });
}
