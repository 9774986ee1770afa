import {
  ApiVersion,
  AppDistribution,
  shopifyApp,
  type Session,
} from '@shopify/shopify-app-remix/server';

const sessions = new Map<string, Session>();

const shopify = shopifyApp({
  apiKey: settingOf('SHOPIFY_API_KEY'),
  apiSecretKey: settingOf('SHOPIFY_API_SECRET'),
  appUrl: settingOf('SHOPIFY_APP_URL'),
  apiVersion: ApiVersion.October26,
  authPathPrefix: '/auth',
  distribution: AppDistribution.AppStore,
  // The template's own is a file of SQLite: nothing is quicker than this.
  sessionStorage: {
    storeSession(session) {
      sessions.set(session.id, session);
      return Promise.resolve(true);
    },
    loadSession: (id) => Promise.resolve(sessions.get(id)),
    deleteSession: (id) => Promise.resolve(sessions.delete(id)),
    deleteSessions(ids) {
      for (const id of ids) sessions.delete(id);
      return Promise.resolve(true);
    },
    findSessionsByShop: (shop) =>
      Promise.resolve([...sessions.values()].filter((session) => session.shop === shop)),
  },
  future: { unstable_newEmbeddedAuthStrategy: true },
});

export const { authenticate, addDocumentResponseHeaders } = shopify;

export const apiKey = settingOf('SHOPIFY_API_KEY');

function settingOf(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name}`);
  return value;
}
