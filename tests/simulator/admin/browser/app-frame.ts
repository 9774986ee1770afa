import {
  isFromApp,
  protocol,
  type BarButtonName,
  type FromAdmin,
  type FromApp,
  type Question,
  type Sent,
} from '../../app-bridge/messages.ts';
import { adminAddress } from './admin-address.ts';
import { findPart } from './find-part.ts';
import { openNavigation } from './navigation.ts';
import { openSaveBar } from './save-bar.ts';
import { showTitleBar } from './title-bar.ts';
import { openToasts } from './toasts.ts';

type AboutPage = Extract<
  FromApp,
  { type: 'started' | 'location' | 'nav' | 'title-bar' | 'save-bar' }
>;

/** Opens the app in its frame and does for it what App Bridge asks of the admin. */
export function openAppFrame(frame: HTMLIFrameElement, navigated: () => void): void {
  const source = frame.dataset['src'] ?? '';
  const appOrigin = new URL(source).origin;
  const sayTo = (target: MessageEventSource | null, message: FromAdmin): void => {
    const sent: Sent<FromAdmin> = { protocol, ...message };
    target?.postMessage(sent, { targetOrigin: appOrigin });
  };
  const say = (message: FromAdmin): void => sayTo(frame.contentWindow, message);

  const press = (button: BarButtonName): void => say({ type: 'press', button });

  const saveBar = openSaveBar(frame.dataset['leaveQuestion'] ?? '', press);
  const toasts = openToasts(frame.dataset['dismiss'] ?? '', say);
  const navigation = openNavigation(frame.dataset['app'] ?? '', (href) => {
    if (!saveBar.mayLeave()) return;
    say({ type: 'navigate', href });
    navigated();
  });

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== appOrigin || !isFromApp(event.data)) return;
    hear(event.data, event.source);
  });
  // A new document starts with nothing of the last one's.
  frame.addEventListener('load', () => setLoading(false));
  setLoading(true);
  frame.src = source;

  function hear(message: FromApp, from: MessageEventSource | null): void {
    switch (message.type) {
      case 'ask':
        void answer(message, from);
        break;
      case 'toast':
        toasts.show(message.toast);
        break;
      case 'hide-toast':
        toasts.hide(message.id);
        break;
      case 'loading':
        setLoading(message.isLoading);
        break;
      case 'open':
        open(message.url, message.target);
        break;
      default:
        // A modal's frame has bars and a place of its own, which are not the app's.
        if (from === frame.contentWindow) hearOfPage(message);
    }
  }

  function hearOfPage(message: AboutPage): void {
    switch (message.type) {
      case 'started':
        showTitleBar(null, press);
        saveBar.show(null);
        break;
      case 'location':
        showLocation(message.path, message.title);
        break;
      case 'nav':
        navigation.show(message.items);
        break;
      case 'title-bar':
        showTitleBar(message.bar, press);
        break;
      case 'save-bar':
        saveBar.show(message.bar);
        break;
    }
  }

  async function answer(
    { id, question, scopes }: Extract<FromApp, { type: 'ask' }>,
    asker: MessageEventSource | null,
  ): Promise<void> {
    try {
      const value = question === 'grant' ? await grant(scopes) : await valueOf(question);
      sayTo(asker, { type: 'answer', id, value });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      sayTo(asker, { type: 'no-answer', id, reason });
    }
  }

  async function valueOf(question: Question): Promise<unknown> {
    if (question === 'may-leave') {
      if (saveBar.mayLeave()) return true;
      throw new Error('the merchant stays on the page');
    }
    const response = await fetch(`${frame.dataset['store'] ?? ''}/answers/${question}`);
    if (!response.ok) throw new Error(`the admin answered ${response.status} to ${question}`);
    return response.json();
  }

  /** Shopify's own dialog shows what the scopes are for; the answers are those of its types. */
  async function grant(scopes: readonly string[]): Promise<unknown> {
    const question = `${frame.dataset['grantQuestion'] ?? ''} ${scopes.join(', ')}`;
    if (!window.confirm(question)) {
      return { result: 'declined-all', detail: await valueOf('scopes') };
    }
    const address = `${frame.dataset['store'] ?? ''}/answers/grant?scopes=${scopes.join(',')}`;
    const response = await fetch(address, { method: 'POST' });
    if (!response.ok) throw new Error(`the admin answered ${response.status} to a grant`);
    return { result: 'granted-all', detail: (await response.json()) as unknown };
  }

  function open(url: string, target: string): void {
    const address = adminAddress(url, frame.dataset['store'] ?? '', appOrigin);
    if (target === '_blank') window.open(address);
    else if (saveBar.mayLeave()) location.assign(address);
  }

  function showLocation(path: string, title: string): void {
    const url = new URL(path, location.href);
    const locale = frame.dataset['locale'] ?? 'en';
    for (const name of embeddingParameters) url.searchParams.delete(name);
    if (locale !== 'en') url.searchParams.set('locale', locale);
    const address = `${frame.dataset['app'] ?? ''}${url.pathname}${url.search}${url.hash}`;
    history.replaceState(null, '', address);
    if (title !== '') document.title = title;
    navigation.markCurrent();
    navigated();
  }
}

/** What the admin adds to the app's address, and takes out of its own. */
const embeddingParameters = [
  'embedded',
  'shop',
  'host',
  'id_token',
  'locale',
  'timestamp',
  'hmac',
  'session',
];

function setLoading(isLoading: boolean): void {
  findPart('loading').hidden = !isLoading;
}
