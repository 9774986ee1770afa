import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activityGroups } from '#app/domain/activity.ts';
import { auditKinds } from '#app/domain/audit-event.ts';
import { deadlineKinds, optionKinds, parties } from '#app/domain/claim.ts';
import { carrierVerdicts, reportProblems } from '#app/domain/case-facts.ts';
import { scanKinds } from '#app/domain/scans/scan-meaning.ts';
import { refundAttemptStates } from '#app/domain/refund-attempt.ts';
import { messageKinds, messages } from '#app/domain/messages/message-kinds.ts';
import { settingsParts } from '#app/domain/policy/policy-parts.ts';
import { limits } from '#app/domain/remedy/limits.ts';
import { groundIds } from '#app/domain/scenarios/ground-ids.ts';
import { scenarioIds } from '#app/domain/scenarios/scenario.ts';
import { dueWindows } from '#app/domain/due.ts';
import { regimes } from '#app/domain/law/regions.ts';
import { conflictWeights } from '#app/domain/published/conflicts.ts';
import { publishOutcomes } from '#app/ui/published-policy.ts';
import { confidences, queueSorts, queueTabs } from '#app/domain/queue.ts';
import {
  dismissReasons,
  suggestionStates,
  wakeReasons,
  withdrawnReasons,
} from '#app/domain/suggestion.ts';
import { snoozeChoices } from '#app/domain/snooze.ts';
import { languages, type WordTree } from '#app/locales/load-words.ts';
import { codeWords, knownCodeWords, type CodeKind } from '#app/ui/code-words.ts';
import type { DecisionResult } from '#app/ui/decision.ts';
import { queueKeyNames } from '#app/ui/queue-keys.ts';
import { queueFilters } from '#app/ui/queue-url.ts';
import type { ViewResult } from '#app/ui/view-asked.ts';
import { wordsIn, wordTrees } from '#tests/support/words.ts';

/** Every key with its words; plural forms and contexts under the key that is asked for. */
function leavesOf(tree: WordTree, path = ''): readonly (readonly [key: string, words: string])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : leavesOf(value, `${path}${name}.`),
  );
}

const withoutForm = (key: string) => key.replace(/(_(unnamed|zero|one|many|other))+$/, '');
const english = leavesOf(wordTrees.en);

test.each(languages.slice(1))('%s is not English under another name', (language) => {
  const wordsOf = new Map(english);
  const copied = leavesOf(wordTrees[language]).filter(([key, words]) => wordsOf.get(key) === words);
  // Names, and words that are the same in many languages.
  expect(copied.length / english.length).toBeLessThan(0.03);
});

const codes: Partial<Record<CodeKind, readonly string[]>> = {
  scenario: scenarioIds,
  ground: groundIds,
  party: parties,
  state: suggestionStates,
  'dismiss-reason': dismissReasons,
  withdrawn: withdrawnReasons,
  woken: wakeReasons,
  audit: auditKinds,
  attempt: refundAttemptStates,
  option: optionKinds,
  'scan-kind': scanKinds,
  'report-problem': reportProblems,
  'carrier-answer': carrierVerdicts,
};

describe.each(languages)('in %s', (language) => {
  const words = wordsIn(language);

  test.each(Object.entries(codes))('every %s has words', (kind, all) => {
    const missing = all.filter((code) => knownCodeWords(kind as CodeKind, code, words) === null);
    expect(missing).toEqual([]);
  });

  test.each(['NEW_AT_SHOPIFY', 'constructor', '__proto__', 'hasOwnProperty', 'a.b', ''])(
    'the unknown code "%s" is shown as it came',
    (code) => {
      expect(codeWords('scan-status', code, words)).toContain(code);
      expect(knownCodeWords('scan-status', code, words)).toBeNull();
    },
  );
});

function filesIn(folder: string, without = /^$/): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !without.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}

/** Codes that the judgement writes down, as `code: '…'` or by the functions that make evidence of a name. */
function codesWrittenIn(folder: string, pattern: RegExp, without?: RegExp): readonly string[] {
  return [
    ...new Set(
      filesIn(folder, without).flatMap((text) =>
        [...text.matchAll(pattern)].map(([, code]) => code ?? ''),
      ),
    ),
  ];
}

describe('what the code asks for', () => {
  const known = new Set(english.map(([key]) => withoutForm(key)));
  const sources = [...filesIn('app/ui'), ...filesIn('app/routes')];

  test('has words', () => {
    const asked = sources.flatMap((text) =>
      [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''),
    );
    expect(asked.length).toBeGreaterThan(80);
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
  });

  test('has words where the key is put together', () => {
    const outcomes = Object.keys({
      ...{ approved: 1, undone: 1, dismissed: 1, stale: 1, 'already-decided': 1, 'too-late': 1 },
      ...{ 'checklist-open': 1, 'second-person-needed': 1, 'over-limit': 1, 'wrong-choice': 1 },
      ...{ snoozed: 1, woken: 1, 'past-act-by': 1, 'wrong-date': 1 },
      ...{ 'not-refundable': 1, unreachable: 1, gone: 1, unreadable: 1, 'no-answer': 1 },
    } satisfies Record<DecisionResult['outcome'], 1>);
    const asked = [
      ...outcomes.flatMap((outcome) => [`outcome.${outcome}.title`, `outcome.${outcome}.next`]),
      ...queueTabs.flatMap((tab) => [`tab.${tab}`, `empty.${tab}.title`, `empty.${tab}.text`]),
      ...['empty.elsewhere.title', 'empty.elsewhere.text'],
      ...queueSorts.map((sort) => `sort.${sort}`),
      ...activityGroups.flatMap((group) => [
        `activity.group.${group}`,
        `activity.whole-group.${group}`,
      ]),
      ...['nothing', 'no-match'].flatMap((why) => [
        `activity.${why}.title`,
        `activity.${why}.text`,
      ]),
      ...['hint', 'running', 'done', 'failed', 'cancelled', 'start', 'cancel', 'retry'].map(
        (said) => `activity.export.${said}`,
      ),
      ...limits.map((limit) => `limit.${limit}`),
      ...[...queueFilters, 'from', 'to'].map((filter) => `filter.${filter}`),
      ...queueKeyNames.map((name) => `keys.${name}`),
      ...dueWindows.map((window) => `due.${window}`),
      ...confidences.map((confidence) => `confidence.${confidence}`),
      ...optionKinds.flatMap((kind) => [`recommended.${kind}`, `option.${kind}`]),
      ...['refunding', 'refunded', 'rejected', 'unknown'].map((state) => `news.${state}`),
      ...['time', 'changed'].map((because) => `news.woken-${because}`),
      ...snoozeChoices.map((choice) => `snooze.${choice}`),
      ...['nothing-refundable', 'unreachable', 'gone'].map((why) => `refund-card.${why}`),
      ...['failed', 'missing', 'old'].flatMap((kind) => [
        `error.${kind}.title`,
        `error.${kind}.text`,
      ]),
      ...['queued', 'gone', 'no-answer'].map((outcome) => `deliveries.${outcome}`),
      ...['where', 'lost', 'proof', 'return', 'customs'].map((asks) => `inquiry.${asks}`),
      ...['recorded', 'no-such-parcel', 'gone', 'unreadable', 'no-answer'].map(
        (outcome) => `inquiry.result.${outcome}`,
      ),
      ...languages.map((language) => `language.${language}`),
      ...Object.keys({
        ...{ saved: 1, renamed: 1, deleted: 1, 'wrong-name': 1, 'name-taken': 1, 'too-many': 1 },
        ...{ gone: 1, unreadable: 1, 'no-answer': 1 },
      } satisfies Record<ViewResult['outcome'], 1>).map((outcome) => `views.outcome.${outcome}`),
      ...deadlineKinds.map((clock) => `clocks.${clock}`),
      ...Object.entries(conflictWeights).flatMap(([code, weight]) =>
        ['title', 'what', ...(weight === 'contrary' ? ['change'] : [])].map(
          (part) => `law-conflict.${code}.${part}`,
        ),
      ),
      ...regimes.map((regime) => `regime.${regime}`),
      ...[...publishOutcomes, 'declined'].map((outcome) => `return-policy.outcome.${outcome}`),
      ...['replace', 'write', 'grant', 'read-again'].map((next) => `return-policy.${next}`),
      ...['title', 'what', 'dispute', 'done', 'failed'].map((said) => `paper.${said}`),
      ...messages.flatMap((message) => [
        `messages.name.${message}`,
        `messages.when.${message}`,
        `messages.to.${messageKinds[message].to}`,
        ...messageKinds[message].variables.map((name) => `messages.variable.${name}`),
      ]),
      ...['is-ours', 'is-own', 'must-hold', 'may-hold'].map((said) => `messages.${said}`),
      ...settingsParts.map((part) => `settings.part.${part}`),
    ];
    expect(asked.filter((key) => !known.has(key))).toEqual([]);
  });

  test.each([
    ['evidence', 'app/domain', /(?:fact|scanEvidence)\(\s*(?:\w+ \? )?'([a-z-]+)'/g, /^remedy/],
    ['probability', 'app/domain', /\bpart\(\s*'([a-z-]+)'/g],
    ['basis', 'app/domain', /\bpart\([^)]*?'([a-z-]+)',?\s*\)/g],
    ['missing', 'app/domain', /cannotTell\('([a-z-]+)'/g],
    ['story-problem', 'app', /'(not-an?-[a-z-]+|no-such-(?:order|parcel|setting))'/g],
    ['deadline', 'app/domain/law', /^ {2}'([a-z0-9-]+)': rule\(/gm],
    ['assumption', 'app/domain/remedy', /fact\('([a-z-]+)'/g],
    ['change', 'app/domain', /change\('([a-z-]+)'/g],
    ['timeline', 'app/domain/timeline', /moment\(\s*'([a-z-]+)'/g],
  ])('every %s that is written down has words', (tree, folder, pattern, without = /^$/) => {
    const written = codesWrittenIn(folder, pattern, without);
    expect(written.length).toBeGreaterThan(2);
    expect(written.filter((code) => !known.has(`${tree}.${code}`))).toEqual([]);
  });
});
