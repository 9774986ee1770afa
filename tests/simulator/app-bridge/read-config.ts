import type { ShopifyGlobal } from '@shopify/app-bridge-types';

type Config = ShopifyGlobal['config'];

/**
 * Who embeds the app: from the page's meta tags or the script's own attributes, and from the URL of the frame. The
 * admin page repeats the latter in the frame's name, for documents that the app opens without these parameters.
 */
export function readConfig(script: HTMLOrSVGScriptElement | null): Config {
  const parameters = new URLSearchParams(location.search);
  const named = nameOfFrame();
  const apiKey = metaContent('shopify-api-key') ?? script?.dataset['apiKey'];
  if (apiKey === undefined) {
    throw new Error(
      'App Bridge: the app\'s client id is missing: <meta name="shopify-api-key" content="…">',
    );
  }
  const config: Config = { apiKey, locale: parameters.get('locale') ?? named['locale'] ?? 'en-US' };
  const shop = parameters.get('shop') ?? named['shop'];
  if (shop !== undefined) config.shop = shop;
  const host = parameters.get('host') ?? named['host'];
  if (host !== undefined) config.host = host;
  const disabledFeatures = listed(metaContent('shopify-disabled-features'));
  if (disabledFeatures) config.disabledFeatures = disabledFeatures;
  const appOrigins = listed(metaContent('shopify-app-origins'));
  if (appOrigins) config.appOrigins = appOrigins;
  return config;
}

function nameOfFrame(): Readonly<Record<string, string | undefined>> {
  if (!window.name.startsWith('{')) return {};
  return JSON.parse(window.name) as Record<string, string>;
}

function metaContent(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
}

function listed(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
