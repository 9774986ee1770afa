import { createTransport } from 'nodemailer';
import { languages, loadWords } from '../locales/load-words.ts';
import { digestText } from './digest-text.ts';
import type { Messengers, SentMessage } from './messengers.ts';

const patienceMs = 15_000;

/** Opens the mail server, if there is one, and the way to chats. */
export function openMessengers({
  appKey,
  smtpUrl,
  from,
  chatOrigins,
}: {
  /** As Shopify's admin names the app in its addresses. */
  readonly appKey: string;
  readonly smtpUrl: string | null;
  readonly from: string | null;
  readonly chatOrigins: readonly string[];
}): Messengers {
  return {
    write: async ({ shop, language: asked, figures }) => {
      const language = languages.find((each) => each === asked) ?? languages[0];
      const queueUrl = `https://${shop}/admin/apps/${appKey}`;
      return digestText(await loadWords(language), { language, figures, queueUrl });
    },
    mail: smtpUrl !== null && from !== null ? mailBy(smtpUrl, from) : null,
    chat: postToChat,
    chatOrigins,
  };
}

function mailBy(smtpUrl: string, from: string): NonNullable<Messengers['mail']> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    try {
      // Nobody sees who else gets it.
      for (const recipient of to) await transport.sendMail({ from, to: recipient, subject, text });
      return { outcome: 'sent' };
    } catch (error) {
      return { outcome: 'failed', reason: codeOf(error) };
    }
  };
}

async function postToChat(url: string, text: string): Promise<SentMessage> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    await response.body?.cancel();
    if (response.ok) return { outcome: 'sent' };
    return { outcome: 'failed', reason: `status-${response.status}` };
  } catch (error) {
    return { outcome: 'failed', reason: codeOf(error) };
  }
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'no-connection';
}
