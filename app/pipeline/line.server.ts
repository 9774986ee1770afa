import type { Logger } from 'pino';
import type { OpenTracker } from '../carriers/tracker.ts';
import type { Database } from '../db/database.server.ts';
import type { Queue } from '../db/queue.server.ts';
import type { TokenCipher } from '../db/token-cipher.server.ts';
import type { Instant } from '../domain/time.ts';
import type { Messengers } from '../notify/messengers.ts';
import type { PhotoStore } from '../photo-store/photo-store.server.ts';
import type { SecondReader } from '../second-reader/ask.server.ts';
import type { AdminDoor } from '../shopify/admin-client.server.ts';
import type { CallNotes } from './call-notes.ts';
import type { RefusalNotes } from './refusal-notes.ts';

/** What every step of the line works with. */
export interface Line {
  readonly db: Database;
  readonly queue: Queue;
  readonly admin: AdminDoor;
  readonly calls: CallNotes;
  /** Opens what a shop typed in and nobody may read. */
  readonly cipher: TokenCipher;
  readonly refusals: RefusalNotes;
  readonly trackers: OpenTracker;
  readonly messengers: Messengers;
  /** Null where none is set up. */
  readonly secondReader: SecondReader | null;
  /** Where the pictures of buyers' reports are. */
  readonly photos: PhotoStore;
  readonly now: () => Instant;
  readonly log: Logger;
}
