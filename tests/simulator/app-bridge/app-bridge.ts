import { openAdminLink } from './admin-link.ts';
import { authenticateFetch } from './authenticated-fetch.ts';
import { defineModal } from './elements/modal.ts';
import { defineNavMenu } from './elements/nav-menu.ts';
import { defineSaveBar } from './elements/save-bar.ts';
import { defineTitleBar } from './elements/title-bar.ts';
import { followNavigation } from './in-app-navigation.ts';
import { watchDepartures } from './leave-frame.ts';
import { readConfig } from './read-config.ts';
import { openSaveBars } from './save-bars.ts';
import { createShopifyGlobal } from './shopify-global.ts';
import { watchForms } from './watch-forms.ts';
import { watchLocation } from './watch-location.ts';

/** Runs in every document of the app, in the place of https://cdn.shopify.com/shopifycloud/app-bridge.js. */
function start(): void {
  const script = document.currentScript;
  const scriptOrigin = new URL(script instanceof HTMLScriptElement ? script.src : location.href)
    .origin;
  const config = readConfig(script);
  const link = openAdminLink(scriptOrigin);
  const isEnabled = (feature: string): boolean => !config.disabledFeatures?.includes(feature);

  if (link.origin === null && isEnabled('auto-redirect') && config.host !== undefined) {
    embed(config.host, config.apiKey, scriptOrigin);
    return;
  }

  const shopify = createShopifyGlobal(config, link);
  globalThis.shopify = shopify;
  if (isEnabled('fetch')) authenticateFetch(config, shopify.idToken, link);

  const bounceTo = new URLSearchParams(location.search).get('shopify-reload');
  if (bounceTo !== null) {
    void bounce(bounceTo, shopify.idToken);
    return;
  }

  link.say({ type: 'started' });
  hideElements();
  followNavigation(link);
  watchDepartures(link);
  watchLocation(link);
  defineNavMenu(link);
  defineTitleBar(link);
  const bars = openSaveBars(link);
  defineSaveBar(bars);
  watchForms(bars);
  defineModal();
}

/** The bounce page of Shopify's Remix package: the same document again, with a session token this time. */
async function bounce(address: string, idToken: () => Promise<string>): Promise<void> {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin)
    throw new Error(`App Bridge: refused to reload ${url.origin}`);
  url.searchParams.set('id_token', await idToken());
  location.replace(url);
}

/** An embedded app that was opened by itself goes into the admin: the one that this script comes from. */
function embed(host: string, apiKey: string, scriptOrigin: string): void {
  const [, path] = /^admin\.shopify\.com(\/store\/[a-z0-9-]+)$/i.exec(atob(host)) ?? [];
  if (path === undefined) return;
  const isCdn = scriptOrigin === 'https://cdn.shopify.com';
  const admin = isCdn ? 'https://admin.shopify.com' : scriptOrigin;
  location.replace(`${admin}${path}/apps/${apiKey}${location.pathname}`);
}

/** By a sheet of the document, not by attributes: React compares those with what the server rendered. */
function hideElements(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar { display: none }');
  document.adoptedStyleSheets.push(sheet);
}

start();
