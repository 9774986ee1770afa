import type { BuyerLanguage } from '../locales/load-return-policy.ts';

export const publishedPath = '/app/settings/return-policy/published';

/** What stands in the shop's refund policy. */
export type PublishedAnswer =
  | { readonly outcome: 'read'; readonly policy: StandingPolicy | null }
  | { readonly outcome: 'no-access' | 'unreachable' };

export interface StandingPolicy {
  /** HTML of whoever wrote it: shown as plain text only. */
  readonly body: string;
  /** Tells whether it was changed since. */
  readonly updatedAt: string;
}

/** The fields of the form by which the policy is published. */
export interface PublishAsked {
  readonly language: BuyerLanguage;
  /** The settings' version that was seen. */
  readonly version: number;
  /** `updatedAt` of the text that was seen; empty for none. */
  readonly replaces: string;
  /** Keys of the conflicts that were agreed to, by spaces. */
  readonly agreed: string;
}

export const publishOutcomes = [
  'published',
  'stale',
  'contrary',
  'no-access',
  'unreachable',
  'too-big',
  'no-answer',
] as const;
export interface PublishAnswer {
  readonly outcome: (typeof publishOutcomes)[number] | 'unreadable';
}

/** What the merchant is told when nothing was published. */
export type PublishNews = Exclude<(typeof publishOutcomes)[number], 'published'> | 'declined';

/** The words of an HTML text, a line for each of its blocks; nothing in it is run. */
export function wordsOfHtml(html: string): string {
  const lines = html.replaceAll(/<br\s*\/?>|<\/(?:p|div|h\d|li|tr|section)>/gi, '$&\n');
  const { body } = new DOMParser().parseFromString(lines, 'text/html');
  for (const unread of body.querySelectorAll('script, style, template')) unread.remove();
  return body.textContent.replaceAll(/[ \t]*\n\s*/g, '\n').trim();
}
