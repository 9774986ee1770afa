import {
  findDigests,
  giveDigestBack,
  noteDigestProblem,
  readDigestSetting,
  takeDigest,
  type DigestSetting,
} from '../db/digest-settings.server.ts';
import type { DigestJob } from '../db/queue.server.ts';
import { readDigest } from '../db/read-digest.server.ts';
import { findShop } from '../db/shops.server.ts';
import { digestDayDue, isChatUrl, type DigestProblem } from '../domain/digest/digest.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

export type SendDigestOutcome =
  | { readonly outcome: 'sent' }
  /** It is not wanted, not due, or was sent. */
  | { readonly outcome: 'not-due' }
  /** Some of it went out, and that is not repeated. */
  | { readonly outcome: 'partly'; readonly problem: DigestProblem }
  | { readonly outcome: 'failed'; readonly problem: DigestProblem };

/** Shops whose morning it is. */
export async function findDueDigests({ db, now }: Line): Promise<readonly DigestJob[]> {
  const at = now();
  const digests = await findDigests(db.prisma);
  return digests
    .filter(({ timezone, sentFor }) => digestDayDue(sentFor, { now: at, timezone }) !== null)
    .map(({ shop }) => ({ shop }));
}

/** Sends a shop its digest of the day, once. */
export async function sendDigest(line: Line, { shop }: DigestJob): Promise<SendDigestOutcome> {
  const { db, now, cipher } = line;
  const merchant = await findShop(db.prisma, shop);
  const setting = await readDigestSetting(db.prisma, cipher, shop);
  if (!setting || !merchant?.installed) return { outcome: 'not-due' };
  const day = digestDayDue(setting.sentFor, { now: now(), timezone: merchant.timezone });
  if (day === null) return { outcome: 'not-due' };
  // Taken before it is sent: two at once must not send two.
  if (!(await takeDigest(db.prisma, shop, { day, now: now() }))) return { outcome: 'not-due' };
  const sent = await sendNow(line, shop, setting);
  if (sent.outcome === 'failed') await giveDigestBack(db.prisma, shop, setting);
  return sent;
}

/** Sends what a digest would say now, whatever day it is. */
export async function sendTestDigest(line: Line, shop: ShopDomain): Promise<SendDigestOutcome> {
  const setting = await readDigestSetting(line.db.prisma, line.cipher, shop);
  return setting ? sendNow(line, shop, setting) : { outcome: 'not-due' };
}

async function sendNow(
  line: Line,
  shop: ShopDomain,
  { language, recipients, chatUrl }: DigestSetting,
): Promise<SendDigestOutcome> {
  const { db, messengers, now, log } = line;
  const figures = await readDigest(db.prisma, shop, now());
  const { subject, text } = await messengers.write({ shop, language, figures });
  const problems: DigestProblem[] = [];
  let went = 0;
  const note = (problem: DigestProblem, sent: { outcome: string; reason?: string }) => {
    if (sent.outcome === 'sent') went += 1;
    else {
      problems.push(problem);
      log.warn({ shop, reason: sent.reason }, `a digest did not go out: ${problem}`);
    }
  };
  if (recipients.length > 0) {
    const mail =
      messengers.mail ?? (() => Promise.resolve({ outcome: 'failed', reason: 'no-smtp' }));
    note('mail-failed', await mail({ to: recipients, subject, text }));
  }
  if (chatUrl !== null) {
    // Asked again: what is allowed may have changed since it was typed in.
    const isAllowed = isChatUrl(chatUrl, messengers.chatOrigins);
    note(
      'chat-failed',
      isAllowed
        ? await messengers.chat(chatUrl, `${subject}\n${text}`)
        : { outcome: 'failed', reason: 'not-allowed' },
    );
  }
  const [problem = null] = problems;
  await noteDigestProblem(db.prisma, shop, problem);
  if (problem === null) return { outcome: 'sent' };
  return { outcome: went > 0 ? 'partly' : 'failed', problem };
}
