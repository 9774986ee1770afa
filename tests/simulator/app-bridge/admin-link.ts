import {
  isFromAdmin,
  protocol,
  type FromAdmin,
  type FromApp,
  type Question,
  type Sent,
} from './messages.ts';

/** The wire to the admin page around the app. */
export interface AdminLink {
  /** Null outside of the admin: there is nobody to speak to. */
  readonly origin: string | null;
  say(message: FromApp): void;
  /** Rejects outside of the admin, or with the reason that the admin gives. */
  ask(question: Question, scopes?: readonly string[]): Promise<unknown>;
  listen(heard: (message: FromAdmin) => void): void;
}

/** The admin may be at the address of the script, or at Shopify's own where a test answers for it. */
export function openAdminLink(scriptOrigin: string): AdminLink {
  const around = window.top;
  const origin =
    around && around !== window ? (allowedOrigin(scriptOrigin, outermostOrigin()) ?? null) : null;
  const waiting = new Map<string, { answer(value: unknown): void; refuse(error: Error): void }>();
  const listeners = new Set<(message: FromAdmin) => void>();

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (origin === null || event.source !== around || event.origin !== origin) return;
    if (!isFromAdmin(event.data)) return;
    const message = event.data;
    if (message.type === 'answer' || message.type === 'no-answer') {
      const asker = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.type === 'answer') asker?.answer(message.value);
      else asker?.refuse(new Error(`App Bridge: ${message.reason}`));
      return;
    }
    for (const heard of listeners) heard(message);
  });

  const say = (message: FromApp): void => {
    if (around === null || origin === null) return;
    const sent: Sent<FromApp> = { protocol, ...message };
    around.postMessage(sent, origin);
  };

  return {
    origin,
    say,
    ask(question, scopes = []) {
      if (origin === null) {
        return Promise.reject(
          new Error(`App Bridge: no admin around the app to ask for ${question}`),
        );
      }
      const id = crypto.randomUUID();
      return new Promise((answer, refuse) => {
        waiting.set(id, { answer, refuse });
        say({ type: 'ask', id, question, scopes });
      });
    },
    listen(heard) {
      listeners.add(heard);
    },
  };
}

/** Firefox does not say who frames the page. */
function outermostOrigin(): string | undefined {
  return 'ancestorOrigins' in location ? [...location.ancestorOrigins].at(-1) : undefined;
}

function allowedOrigin(scriptOrigin: string, ancestor: string | undefined): string | null {
  // The script comes from the admin's own origin.
  if (ancestor === undefined) return scriptOrigin;
  return [scriptOrigin, 'https://admin.shopify.com'].includes(ancestor) ? ancestor : null;
}
