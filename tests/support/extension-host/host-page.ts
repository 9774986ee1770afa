import { DOMRemoteReceiver } from '@remote-dom/core/receivers';
import type { RemoteConnection } from '@remote-dom/core/elements';
import { defineElements } from './host-elements.ts';
import {
  replaced,
  type EventDetail,
  type FromWorker,
  type Listener,
  type ToWorker,
} from './messages.ts';

/* The page around an extension: shows what the worker tells, and tells it what is done to that. */

/** What the test answers for the admin. */
declare global {
  interface Window {
    readonly extensionStart: Omit<Extract<ToWorker, { readonly type: 'start' }>, 'type'>;
    idToken(): Promise<string | null>;
    navigated(url: string): Promise<void>;
    wasClosed(): Promise<void>;
  }
}

defineElements();
const root = document.querySelector('main');
if (!root) throw new Error('a page without a main part');
const { connection }: { readonly connection: RemoteConnection } = new DOMRemoteReceiver({ root });
const worker = new Worker('/worker.js', { type: 'module' });
const tell = (message: ToWorker) => {
  worker.postMessage(message);
};

worker.onerror = ({ message }) => {
  console.error(`the extension failed: ${message}`);
};
worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
  switch (data.type) {
    case 'mutate':
      connection.mutate(revived(data.records));
      return;
    case 'token':
      void window.idToken().then((token) => {
        tell({ type: 'token', token });
      });
      return;
    case 'navigate':
      void window.navigated(data.url);
      return;
    case 'close':
      void window.wasClosed();
  }
};
tell({ type: 'start', ...window.extensionStart });

function revived(records: readonly unknown[]): Parameters<RemoteConnection['mutate']>[0] {
  return replaced(records, (part) => {
    if (!isListener(part)) return part;
    const { listener } = part;
    // The receiver hands an event's detail on: a number for a click.
    return (detail: unknown) => {
      tell({ type: 'call', listener, detail: isDetail(detail) ? detail : { value: null } });
    };
  }) as Parameters<RemoteConnection['mutate']>[0];
}

function isListener(part: unknown): part is Listener {
  return typeof part === 'object' && part !== null && 'listener' in part;
}

function isDetail(detail: unknown): detail is EventDetail {
  return typeof detail === 'object' && detail !== null && 'value' in detail;
}
