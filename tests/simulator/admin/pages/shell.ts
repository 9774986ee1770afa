import type { ShopSettings } from '../../api/shopify-api.ts';
import { html, type Html } from '../../way/html.ts';
import { appName, appPagePath, storeName, storePath } from '../admin-path.ts';
import type { AdminWords } from '../admin-words.ts';
import { languages, type Locale } from '../languages.ts';

export interface ShellContext {
  readonly locale: Locale;
  readonly words: AdminWords;
}

type Place = 'orders' | 'app';

/** A page of a store's admin: top bar, navigation, content. */
export function storePage(
  page: ShellContext & {
    readonly shop: ShopSettings;
    readonly place: Place;
    readonly title: string;
    readonly content: Html;
  },
): string {
  const { words, shop, place } = page;
  const navigation = html`<nav id="navigation" aria-label="${words.navigation}">
    <ul>
      <li>${link(`${storePath(shop.domain)}/orders`, words.orders, page, place === 'orders')}</li>
    </ul>
    <h2>${words.apps}</h2>
    <ul>
      <li>
        ${appLink(shop, page, place === 'app')}
        <ul id="app-nav"></ul>
      </li>
    </ul>
  </nav>`;
  const menu = html`<button
    type="button"
    id="menu-button"
    aria-expanded="false"
    aria-controls="navigation"
    aria-label="${words.openNavigation}"
  >
    <span aria-hidden="true">☰</span>
  </button>`;
  return wholePage({ ...page, heading: storeName(shop.domain), menu, navigation });
}

/** A page outside of any store. */
export function plainPage(
  page: ShellContext & { readonly title: string; readonly content: Html },
): string {
  return wholePage({ ...page, heading: null, menu: null, navigation: null });
}

function wholePage(
  page: ShellContext & {
    readonly title: string;
    readonly content: Html;
    readonly heading: string | null;
    readonly menu: Html | null;
    readonly navigation: Html | null;
  },
): string {
  const { words, locale } = page;
  return html`<!doctype html>
    <html lang="${locale === 'zh-CN' ? locale : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} · ${words.simulatedAdmin}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/admin.css" />
        <script src="/assets/admin.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">${words.skipToContent}</a>
        <header>
          ${page.menu}
          <a class="home" href="${localised('/', page)}">${words.simulatedAdmin}</a>
          ${page.heading === null ? null : html`<span class="store">${page.heading}</span>`}
          ${languageSwitch(page)}
        </header>
        <div class="columns">
          ${page.navigation}
          <main id="content" tabindex="-1">${page.content}</main>
        </div>
      </body>
    </html> `.html;
}

function languageSwitch({ words, locale }: ShellContext): Html {
  const options = languages.map(
    (language) =>
      html`<option value="${language.locale}" ${language.locale === locale ? html`selected` : null}>
        ${language.name}
      </option>`,
  );
  return html`<label class="language">
    <span>${words.language}</span>
    <select id="language">
      ${options}
    </select>
  </label>`;
}

function appLink(shop: ShopSettings, page: ShellContext, isHere: boolean): Html {
  const href = appPagePath(shop.domain, '/app', page.locale);
  return html`<a id="app-link" href="${href}" ${isHere ? html`aria-current="page"` : null}
    >${appName}</a
  >`;
}

function link(path: string, text: string, page: ShellContext, isHere: boolean): Html {
  const current = isHere ? html`aria-current="page"` : null;
  return html`<a href="${localised(path, page)}" ${current}>${text}</a>`;
}

/** The same address in the language of the page. */
export function localised(path: string, { locale }: ShellContext): string {
  if (locale === 'en') return path;
  return `${path}${path.includes('?') ? '&' : '?'}locale=${locale}`;
}
