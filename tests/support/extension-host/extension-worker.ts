import '@remote-dom/core/polyfill';
import { ROOT_ID } from '@remote-dom/core';
import {
  connectRemoteNode,
  createRemoteElement,
  RemoteEvent,
  setRemoteId,
  type RemoteElement,
} from '@remote-dom/core/elements';
import {
  replaced,
  type EventDetail,
  type FromWorker,
  type ToWorker,
  type Words,
} from './messages.ts';

/* Runs one extension in a Web Worker, as the admin does: its tree of elements is told to the page, which tells back what happens to them. */

/** The elements that there are, and what of each is told to the page. */
const elements: Readonly<Record<string, readonly string[]>> = {
  's-admin-action': ['heading', 'loading'],
  's-admin-block': ['heading'],
  's-badge': ['tone'],
  's-banner': ['heading', 'tone'],
  's-button': ['variant', 'loading', 'disabled', 'slot', 'accessibilityLabel'],
  's-customer-account-action': ['heading'],
  's-drop-zone': ['label', 'accept', 'multiple'],
  's-heading': [],
  's-link': ['href'],
  's-list-item': [],
  's-number-field': ['label', 'details', 'min', 'max', 'value'],
  's-option': ['value'],
  's-section': ['heading'],
  's-select': ['label', 'value'],
  's-spinner': ['accessibilityLabel'],
  's-stack': ['direction', 'gap', 'alignItems'],
  's-text': ['color', 'tone', 'type'],
  's-text-area': ['label', 'rows', 'maxLength', 'value'],
  's-text-field': ['label', 'value'],
  's-unordered-list': [],
};

const page = globalThis as unknown as {
  postMessage(message: FromWorker): void;
  onmessage: (event: { readonly data: ToWorker }) => void;
};
const listeners = new Map<number, (detail: EventDetail) => void>();
const waiting: ((token: string | null) => void)[] = [];

for (const [name, properties] of Object.entries(elements)) {
  const element = createRemoteElement({
    properties: Object.fromEntries(properties.map((property) => [property, {}])),
    events: {
      click: {},
      change: {
        dispatchEvent(this: RemoteElement, detail: EventDetail) {
          const { value, files } = detail;
          Object.assign(this, files ? { files } : { value });
          return new RemoteEvent('change', { detail });
        },
      },
    },
  });
  customElements.define(name, element);
}

setRemoteId(document.body, ROOT_ID);
connectRemoteNode(document.body, {
  mutate: (records) => {
    const told = replaced(records, (part) => {
      if (typeof part !== 'function') return part;
      const listener = listeners.size;
      listeners.set(listener, part as (detail: EventDetail) => void);
      return { listener };
    });
    page.postMessage({ type: 'mutate', records: told as readonly unknown[] });
  },
  call: (_id, method) => {
    throw new Error(`no element has a method ${method} here`);
  },
});

page.onmessage = ({ data }) => {
  switch (data.type) {
    case 'start':
      void start(data);
      return;
    case 'call':
      listeners.get(data.listener)?.(data.detail);
      return;
    case 'token':
      waiting.shift()?.(data.token);
  }
};

function askToken(): Promise<string | null> {
  return new Promise((settle) => {
    waiting.push(settle);
    page.postMessage({ type: 'token' });
  });
}

async function start({
  script,
  target,
  orderId,
  appUrl,
  language,
  words,
}: Extract<ToWorker, { readonly type: 'start' }>): Promise<void> {
  const { fetch } = globalThis;
  Object.assign(globalThis, {
    // The admin takes a path for one of the app's own.
    fetch: (path: string, init: RequestInit) => fetch(new URL(path, appUrl), init),
    shopify: {
      // What a buyer's account has of an order.
      orderId,
      order: { value: { id: orderId } },
      sessionToken: { get: askToken },
      extension: { target },
      data: { selected: [{ id: orderId }] },
      auth: {
        idToken: askToken,
      },
      i18n: {
        formatDate: (date: Date) => date.toLocaleDateString(language),
        translate: (key: string, params: Readonly<Record<string, string | number>> = {}) =>
          translate(words, language, key, params),
      },
      navigation: {
        navigate: (url: string) => {
          page.postMessage({ type: 'navigate', url });
        },
      },
      close: () => {
        page.postMessage({ type: 'close' });
      },
    },
  });
  const extension = (await import(/* @vite-ignore */ script)) as {
    readonly default: () => unknown;
  };
  await extension.default();
}

function translate(
  words: Words,
  language: string,
  key: string,
  params: Readonly<Record<string, string | number>>,
): string {
  let found: string | Words | undefined = words;
  for (const name of key.split('.')) found = typeof found === 'object' ? found[name] : undefined;
  const { count } = params;
  if (typeof found === 'object' && typeof count === 'number') {
    found = found[new Intl.PluralRules(language).select(count)] ?? found['other'];
  }
  if (typeof found !== 'string') throw new Error(`the extension has no words for ${key}`);
  return found.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));
}
