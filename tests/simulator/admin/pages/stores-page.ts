import type { ShopSettings } from '../../api/shopify-api.ts';
import { html } from '../../way/html.ts';
import { appPagePath, storeName } from '../admin-path.ts';
import { plainPage, type ShellContext } from './shell.ts';

export function storesPage(
  page: ShellContext & { readonly shops: readonly ShopSettings[] },
): string {
  const { words, locale } = page;
  const content = html`<div class="page">
    <h1>${words.stores}</h1>
    <ul class="card">
      ${page.shops.map(
        ({ domain, country, currency }) =>
          html`<li>
            <a href="${appPagePath(domain, '/app', locale)}">${storeName(domain)}</a>
            ${country}, ${currency}
          </li>`,
      )}
    </ul>
  </div>`;
  return plainPage({ ...page, title: words.stores, content });
}

export function notFoundPage(page: ShellContext): string {
  const { words } = page;
  const content = html`<div class="page">
    <h1>404</h1>
    <p>${words.notFound}</p>
  </div>`;
  return plainPage({ ...page, title: words.notFound, content });
}
