import type { DigestProblem } from '../domain/digest/digest.ts';
import type { Instant } from '../domain/time.ts';

/** What a merchant wants of the daily digest. */
export type DigestAsked =
  | {
      readonly wish: 'save';
      readonly recipients: string;
      /** Empty: as it is. */
      readonly chatUrl: string;
      readonly language: string;
    }
  | { readonly wish: 'test' }
  | { readonly wish: 'off' };

export interface DigestOutcome {
  readonly outcome:
    | 'saved'
    | 'off'
    | 'chat-not-allowed'
    | 'no-mail-server'
    | 'sent'
    | 'partly'
    | 'failed'
    | 'not-due'
    | 'unreadable';
}

/** How the digest stands. */
export interface ShownDigest {
  readonly recipients: readonly string[];
  /** The address itself is a secret. */
  readonly hasChat: boolean;
  readonly sentAt: Instant | null;
  readonly problem: DigestProblem | null;
}
