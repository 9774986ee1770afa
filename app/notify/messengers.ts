import type { DigestFigures } from '../domain/digest/digest.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { DigestText } from './digest-text.ts';

/** What came of sending something: an error's code for logs, never words of the other side. */
export type SentMessage =
  { readonly outcome: 'sent' } | { readonly outcome: 'failed'; readonly reason: string };

export interface Mail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Ways to reach a shop's staff. */
export interface Messengers {
  /** A digest in words of the language. */
  readonly write: (digest: {
    readonly shop: ShopDomain;
    readonly language: string;
    readonly figures: DigestFigures;
  }) => Promise<DigestText>;
  /** Null where no mail server is set up. */
  readonly mail: ((mail: Mail) => Promise<SentMessage>) | null;
  readonly chat: (url: string, text: string) => Promise<SentMessage>;
  /** Chats besides Slack that may be posted to. */
  readonly chatOrigins: readonly string[];
}
