import type { ShopifyGlobal } from '@shopify/app-bridge-types';
import type { AdminLink } from './admin-link.ts';
import { NotSimulated, notSimulated } from './not-simulated.ts';
import { pointOfSale } from './point-of-sale.ts';
import { createToast } from './toasts.ts';

type User = Awaited<ReturnType<ShopifyGlobal['user']>>;
type ScopesAnswer = Awaited<ReturnType<ShopifyGlobal['scopes']['request']>>;
type ScopesDetail = Awaited<ReturnType<ShopifyGlobal['scopes']['query']>>;

/** Every member that Shopify's types name: a real one where an app of our kind uses it, else one that says no. */
export function createShopifyGlobal(
  config: ShopifyGlobal['config'],
  link: AdminLink,
): ShopifyGlobal {
  return {
    config,
    origin: link.origin ?? 'https://admin.shopify.com',
    // Without an admin there is nothing to be ready for.
    ready: link.origin === null ? new Promise(() => undefined) : Promise.resolve(),
    // No value here is a signal, so that there is none to give the app's own kind to.
    setSignals: () => undefined,
    environment: { mobile: false, embedded: link.origin !== null, pos: false, intent: false },
    loading: (isLoading = true) => link.say({ type: 'loading', isLoading }),
    idToken: async () => String(await link.ask('id-token')),
    // The admin's own answers have the shapes of Shopify's types.
    user: async () => (await link.ask('user')) as User,
    toast: createToast(link),
    modal: byId('ui-modal, s-app-window, s-modal'),
    saveBar: {
      ...byId('ui-save-bar'),
      async leaveConfirmation() {
        await link.ask('may-leave');
      },
    },
    scopes: {
      query: async () => (await link.ask('scopes')) as ScopesDetail,
      request: async (scopes) => (await link.ask('grant', scopes)) as ScopesAnswer,
      revoke: notSimulated('scopes.revoke'),
    },
    intents: {
      request: { value: null, subscribe: () => () => undefined },
      register: () => () => undefined,
      invoke: notSimulated('intents.invoke'),
    },
    tools: createTools(),
    reviews: {
      request: () =>
        Promise.resolve({
          success: false,
          code: 'merchant-ineligible',
          message: 'Nobody reviews apps in the simulated admin',
        }),
    },
    shopifyQL: { available: () => Promise.resolve(false) },
    resourcePicker: notSimulated('resourcePicker'),
    picker: notSimulated('picker'),
    scanner: { capture: notSimulated('scanner.capture') },
    pos: pointOfSale,
    webVitals: { onReport: notSimulated('webVitals.onReport') },
    support: { registerHandler: notSimulated('support.registerHandler') },
    app: { extensions: notSimulated('app.extensions') },
  };
}

interface Showable {
  show(): Promise<void>;
  hide(): Promise<void>;
  toggle(): Promise<void>;
}

type ById = Readonly<Record<keyof Showable, (id: string) => Promise<void>>>;

function byId(selector: string): ById {
  const call = (action: keyof Showable) => async (id: string) => {
    const element = document.getElementById(id);
    if (!element?.matches(selector) || !isShowable(element)) {
      throw new Error(`App Bridge: there is no ${selector} with the id ${id}`);
    }
    await element[action]();
  };
  return { show: call('show'), hide: call('hide'), toggle: call('toggle') };
}

function isShowable(element: object): element is Showable {
  return 'show' in element && 'hide' in element && 'toggle' in element;
}

/** Nothing of Shopify calls an app's tools here; a name is still taken only once. */
function createTools(): ShopifyGlobal['tools'] {
  const registered = new Set<string>();
  return {
    register(name) {
      if (registered.has(name)) throw new NotSimulated(`the tool ${name} is registered already`);
      registered.add(name);
      return () => void registered.delete(name);
    },
    unregister: (name) => void registered.delete(name),
    clear: () => registered.clear(),
  };
}
