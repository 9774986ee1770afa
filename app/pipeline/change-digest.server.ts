import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import {
  deleteDigestSetting,
  readDigestSetting,
  writeDigestSetting,
} from '../db/digest-settings.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import { isChatUrl } from '../domain/digest/digest.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export type ChangeDigestOutcome =
  | { readonly outcome: 'saved' }
  /** No place that may be posted to. */
  | { readonly outcome: 'chat-not-allowed' }
  | { readonly outcome: 'no-mail-server' };

interface Who {
  readonly shop: ShopDomain;
  readonly actor: Actor;
}

/** Says where the shop's digest goes from now on; a chat that is not given stays as it is. */
export async function changeDigest(
  { db, cipher, messengers, now }: Line,
  { shop, actor }: Who,
  to: {
    readonly language: string;
    readonly recipients: readonly string[];
    readonly chatUrl: string | null;
  },
): Promise<ChangeDigestOutcome> {
  const { language, recipients } = to;
  if (to.chatUrl !== null && !isChatUrl(to.chatUrl, messengers.chatOrigins)) {
    return { outcome: 'chat-not-allowed' };
  }
  if (recipients.length > 0 && !messengers.mail) return { outcome: 'no-mail-server' };
  await inTransaction(db, async (tx) => {
    const kept = await readDigestSetting(tx, cipher, shop);
    const chatUrl = to.chatUrl ?? kept?.chatUrl ?? null;
    if (recipients.length === 0 && chatUrl === null) await deleteDigestSetting(tx, shop);
    else await writeDigestSetting(tx, cipher, shop, { language, recipients, chatUrl });
    await writeAuditEvent(tx, changed(shop, actor, now()));
  });
  return { outcome: 'saved' };
}

/** The addresses go with it. */
export async function turnDigestOff(
  { db, now }: Line,
  { shop, actor }: Who,
): Promise<{ readonly outcome: 'off' }> {
  await inTransaction(db, async (tx) => {
    await deleteDigestSetting(tx, shop);
    await writeAuditEvent(tx, changed(shop, actor, now()));
  });
  return { outcome: 'off' };
}

function changed(shop: ShopDomain, actor: Actor, at: Instant) {
  return {
    ...{ shop, orderId: null, suggestionId: null, at, actor },
    kind: 'digest-changed',
    params: {},
  } as const;
}
