import type { ShopSettings } from '../../api/shopify-api.ts';
import { html } from '../../way/html.ts';
import { appHandle, appName, storePath } from '../admin-path.ts';
import { hostParameter } from '../frame-url.ts';
import { storePage, type ShellContext } from './shell.ts';

/** The page that frames the app. Its script opens the frame when it is ready to listen to it. */
export function appPage(
  page: ShellContext & {
    readonly shop: ShopSettings;
    readonly frameUrl: string;
    readonly askedLocale: string;
  },
): string {
  const { words, shop } = page;
  // App Bridge reads it as window.name: it stays when the app goes from document to document.
  const config = JSON.stringify({
    shop: shop.domain,
    host: hostParameter(shop.domain),
    locale: page.askedLocale,
  });
  const store = storePath(shop.domain);
  const content = html`<div id="title-bar">
      <span id="breadcrumb"></span>
      <h1 id="title">${appName}</h1>
      <span id="title-actions"></span>
    </div>
    <div id="loading" role="progressbar" aria-label="${words.loading}" hidden></div>
    <iframe
      id="app-frame"
      title="${appName}"
      name="${config}"
      allow="clipboard-write"
      data-src="${page.frameUrl}"
      data-store="${store}"
      data-app="${store}/apps/${appHandle}"
      data-locale="${page.askedLocale}"
      data-grant-question="${words.grantScopes}"
      data-leave-question="${words.leaveAnyway}"
      data-dismiss="${words.dismiss}"
    ></iframe>
    <div id="save-bar" role="region" aria-label="${words.unsavedChanges}" hidden>
      <strong>${words.unsavedChanges}</strong>
      <button type="button" id="discard">${words.discard}</button>
      <button type="button" id="save" class="primary">${words.save}</button>
    </div>
    <div id="toasts" role="region" aria-live="polite" aria-label="${words.notifications}"></div>`;
  return storePage({ ...page, place: 'app', title: appName, content });
}
