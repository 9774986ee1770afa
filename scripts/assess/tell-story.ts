import { assess } from '#app/domain/assess.ts';
import type { CaseFacts } from '#app/domain/case-facts.ts';
import type { Policy } from '#app/domain/policy.ts';
import type { Claim, Option } from '#app/domain/suggestion.ts';
import type { Instant } from '#app/domain/time.ts';
import type { StoryProblem } from '#app/stories/read-story.ts';
import { codeWords } from '#app/ui/code-words.ts';
import { evidenceWords } from '#app/ui/evidence-words.ts';
import { dayWords, instantWords, moneyWords, percentWords } from '#app/ui/format.ts';
import type { Words } from '#app/ui/words.ts';

/** What is wrong with a story, a line for each field. */
export function tellProblems(problems: readonly StoryProblem[], words: Words): string {
  const lines = problems.map(({ path, code }) => {
    const field = path === '' ? words.t('story.whole') : path;
    return words.t('story.problem', { field, problem: codeWords('story-problem', code, words) });
  });
  return [words.t('story.unreadable'), ...lines].join('\n');
}

interface Reader {
  readonly now: Instant;
  readonly words: Words;
}

/** One order's judgement in words that a merchant would understand. */
export function tellOrder(facts: CaseFacts, policy: Policy, { now, words }: Reader): string {
  const { claims, recommendation, care, lookAgainAt, notJudged } = assess(facts, policy, now);
  const { t } = words;
  const said = (tree: 'evidence' | 'assumption') => (evidence: Claim['evidence'][number]) =>
    evidenceWords(evidence, words, { now, tree });
  return [
    t('story.order', { order: facts.order.name }),
    ...(claims.length === 0 ? [indent(t('story.no-claim'))] : []),
    ...claims.flatMap((claim) => tellClaim(claim, words, said('evidence'))),
    ...(recommendation
      ? [
          indent(t('options.title')),
          ...recommendation.options.map((option) => indent(tellOption(option, words), 2)),
        ]
      : []),
    ...care.because.map((evidence) => indent(`! ${said('evidence')(evidence)}`)),
    ...care.checklist.map((code) => indent(`? ${codeWords('checklist', code, words)}`)),
    ...(care.secondPerson ? [indent(t('care.second-person'))] : []),
    ...notJudged.map(({ ground, missing }) =>
      indent(
        t('story.not-judged', {
          ground: codeWords('ground', ground, words),
          missing: codeWords('missing', missing, words),
        }),
      ),
    ),
    indent(
      lookAgainAt
        ? t('story.look-again', { at: instantWords(lookAgainAt, words) })
        : t('story.settled'),
    ),
  ].join('\n');
}

function tellClaim(
  claim: Claim,
  words: Words,
  said: (evidence: Claim['evidence'][number]) => string,
): readonly string[] {
  const { t } = words;
  return [
    indent(
      t('story.claim', {
        ground: codeWords('ground', claim.ground, words),
        percent: percentWords(claim.probability.value, words),
        amount: moneyWords(claim.stake.estimate, words),
      }),
    ),
    ...claim.evidence.map((evidence) => indent(`- ${said(evidence)}`, 2)),
    indent(
      t('judgement.responsible', { party: codeWords('party', claim.responsibility.party, words) }),
      2,
    ),
    ...claim.deadlines.map(({ at, rule }) =>
      indent(`${dayWords(at, words)}: ${codeWords('deadline', rule, words)}`, 2),
    ),
  ];
}

function tellOption(option: Option, words: Words): string {
  const kind = codeWords('option', option.kind, words);
  const cost = words.t('options.cost', { amount: moneyWords(option.expectedCost, words) });
  const lawful = option.forbiddenBy ? ` (${codeWords('deadline', option.forbiddenBy, words)})` : '';
  return `${kind}: ${cost}${lawful}`;
}

function indent(text: string, depth = 1): string {
  return `${'  '.repeat(depth)}${text}`;
}
