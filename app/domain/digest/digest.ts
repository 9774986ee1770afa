import type { Sum } from '../overview/figures.ts';
import { dayAt, startOfDay } from '../overview/zoned-days.ts';
import { addSeconds, type Instant } from '../time.ts';

/** What a digest says: counts and sums, and nothing of a buyer. */
export interface DigestFigures {
  /** What waits for a decision. */
  readonly waiting: readonly Sum[];
  /** Of it, what is to be decided within three days, or is overdue. */
  readonly soon: readonly Sum[];
  /** What went back in the last 24 hours. */
  readonly paid: readonly Sum[];
}

export const digestProblems = ['mail-failed', 'chat-failed'] as const;
export type DigestProblem = (typeof digestProblems)[number];

/** A shop's morning. */
const fromHour = 8;

/** The shop's day that a digest is due for; null before its morning, or when it was sent. */
export function digestDayDue(
  sentFor: string | null,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): string | null {
  const day = dayAt(now, timezone);
  const morning = addSeconds(startOfDay(day, timezone), fromHour * 3600);
  return now >= morning && sentFor !== day ? day : null;
}

export const mostRecipients = 5;

/** Slack's incoming webhooks. */
const slack = 'https://hooks.slack.com';

/**
 * Whether a digest may be posted there: to Slack, or to a place that whoever runs the app has allowed. Nothing else that a
 * merchant types in is ever called.
 */
export function isChatUrl(text: string, allowedOrigins: readonly string[]): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return origin === slack || allowedOrigins.includes(origin);
}
