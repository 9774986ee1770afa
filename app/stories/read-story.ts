import { parse as parseLossless } from 'lossless-json';
import type { z } from 'zod';
import { checkPolicy } from '../domain/policy/check-policy.ts';
import type { Policy } from '../domain/policy.ts';
import { storyShape, type Story } from './story.ts';

/** One thing that is wrong with a story: where, and why (`story-problem.<code>` in the locale files). */
export interface StoryProblem {
  /** As a person would write it, e.g. `orders[2].line_items[0].price`. */
  readonly path: string;
  readonly code: string;
}

export type ReadStoryOutcome =
  | { readonly outcome: 'read'; readonly story: Story; readonly policy: Policy }
  | { readonly outcome: 'unreadable'; readonly problems: readonly StoryProblem[] };

/** Reads a story's text; every problem names its field. */
export function readStory(text: string): ReadStoryOutcome {
  let json: unknown;
  let plain: unknown;
  try {
    // Numbers stay texts: ids may exceed 2^53, and amounts are decimals.
    json = parseLossless(text, null, (number) => number);
    plain = JSON.parse(text);
  } catch {
    return unreadable([{ path: '', code: 'malformed-json' }]);
  }
  const parsed = storyShape.safeParse(json, { reportInput: true });
  const policy = checkPolicy(policyIn(plain));
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(problemOf)),
    ...(policy.outcome === 'valid'
      ? []
      : policy.problems.map(({ path, code }) => ({ path: `policy.${path}`, code }))),
  ];
  if (!parsed.success || policy.outcome !== 'valid') return unreadable(problems);
  const lost = danglingIn(parsed.data);
  return lost.length > 0
    ? unreadable(lost)
    : { outcome: 'read', story: parsed.data, policy: policy.policy };
}

function unreadable(problems: readonly StoryProblem[]): ReadStoryOutcome {
  return { outcome: 'unreadable', problems };
}

function policyIn(json: unknown): unknown {
  const given = typeof json === 'object' && json !== null && 'policy' in json ? json.policy : null;
  return given ?? {};
}

function problemOf(issue: z.core.$ZodIssue): StoryProblem {
  const path = issue.path.reduce<string>(
    (sofar, step) =>
      typeof step === 'number'
        ? `${sofar}[${step}]`
        : sofar === ''
          ? String(step)
          : `${sofar}.${String(step)}`,
    '',
  );
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  if (missing) return { path, code: 'missing' };
  // Our own checks carry a code as their message; the library's own words are for programmers.
  return { path, code: /^not-[a-z-]+$/.test(issue.message) ? issue.message : 'not-understood' };
}

/** Whatever speaks of an order or parcel that the story does not hold: a typing error, most likely. */
function danglingIn(story: Story): readonly StoryProblem[] {
  const orders = new Set(story.orders.map(({ id }) => id));
  const parcels = new Set(
    story.orders.flatMap(({ fulfillments }) => (fulfillments ?? []).map(({ id }) => id)),
  );
  const named = (name: string, list: readonly { readonly orderId: string }[] | null | undefined) =>
    (list ?? []).flatMap(({ orderId }, index) =>
      orders.has(orderId) ? [] : [{ path: `${name}[${index}].orderId`, code: 'no-such-order' }],
    );
  return [
    ...Object.keys(story.promises ?? {}).flatMap((key) =>
      orders.has(key) ? [] : [{ path: `promises.${key}`, code: 'no-such-order' }],
    ),
    ...Object.keys(story.scans ?? {}).flatMap((key) =>
      parcels.has(key) ? [] : [{ path: `scans.${key}`, code: 'no-such-parcel' }],
    ),
    ...(story.carrierAnswers ?? []).flatMap(({ fulfillmentId }, index) =>
      parcels.has(fulfillmentId)
        ? []
        : [{ path: `carrierAnswers[${index}].fulfillmentId`, code: 'no-such-parcel' }],
    ),
    ...named('returns', story.returns),
    ...named('reports', story.reports),
    ...named('messages', story.messages),
    ...named('disputes', story.disputes),
    ...named('holds', story.holds),
  ];
}
