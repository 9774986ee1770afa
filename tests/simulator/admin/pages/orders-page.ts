import type { ShopSettings, SimulatedOrder } from '../../api/shopify-api.ts';
import { html, type Html } from '../../way/html.ts';
import { storePath } from '../admin-path.ts';
import { readable } from './readable.ts';
import { localised, storePage, type ShellContext } from './shell.ts';

const perPage = 50;

/** The store's orders, newest first. */
export function ordersPage(
  page: ShellContext & {
    readonly shop: ShopSettings;
    readonly orders: readonly SimulatedOrder[];
    readonly pageNumber: number;
  },
): string {
  const { words } = page;
  const newestFirst = [...page.orders].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const pages = Math.max(1, Math.ceil(newestFirst.length / perPage));
  const number = Math.min(Math.max(1, page.pageNumber), pages);
  const shown = newestFirst.slice((number - 1) * perPage, number * perPage);
  const columns = [words.order, words.date, words.destination, words.payment, words.fulfillment];
  const sums = [words.total, words.refunds];
  const table = html`<div class="scroll" tabindex="0" role="group" aria-labelledby="heading">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          ${sums.map((column) => html`<th scope="col" class="number">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown.map((order) => row(order, page))}
      </tbody>
    </table>
  </div>`;
  const content = html`<div class="page" data-fresh>
    <h1 id="heading">${words.orders}</h1>
    ${shown.length === 0 ? html`<p>${words.noOrders}</p>` : table} ${pager(page, number, pages)}
  </div>`;
  return storePage({ ...page, place: 'orders', title: words.orders, content });
}

function row(order: SimulatedOrder, page: ShellContext & { readonly shop: ShopSettings }): Html {
  const number = order.id.split('/').at(-1) ?? '';
  const href = localised(`${storePath(page.shop.domain)}/orders/${number}`, page);
  return html`<tr>
    <th scope="row"><a href="${href}">${order.name}</a></th>
    <td>${order.createdAt.slice(0, 10)}</td>
    <td>${order.destinationCountry ?? '–'}</td>
    <td>${readable(order.financialStatus)}</td>
    <td>${order.cancelledAt ? page.words.cancelled : readable(order.fulfillmentStatus)}</td>
    <td class="number">${order.total} ${order.currency}</td>
    <td class="number">${order.refunds.length === 0 ? '–' : order.refunds.length}</td>
  </tr>`;
}

function pager(
  page: ShellContext & { readonly shop: ShopSettings },
  number: number,
  pages: number,
): Html | null {
  if (pages === 1) return null;
  const to = (target: number, text: string): Html | null =>
    target < 1 || target > pages
      ? null
      : html`<a href="${localised(`${storePath(page.shop.domain)}/orders?page=${target}`, page)}"
          >${text}</a
        >`;
  return html`<nav class="pager" aria-label="${page.words.pages}">
    ${to(number - 1, page.words.previousPage)}
    <span>${number} / ${pages}</span>
    ${to(number + 1, page.words.nextPage)}
  </nav>`;
}
