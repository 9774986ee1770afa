import type {
  ShopSettings,
  SimulatedOrder,
  SimulatedRefund,
  SimulatedTransaction,
} from '../../api/shopify-api.ts';
import { html, type Html } from '../../way/html.ts';
import { readable } from './readable.ts';
import { storePage, type ShellContext } from './shell.ts';

/** One order with its money, as this Shopify has it. The page follows what happens. */
export function orderPage(
  page: ShellContext & { readonly shop: ShopSettings; readonly order: SimulatedOrder },
): string {
  const { words, order } = page;
  const facts: readonly (readonly [string, string])[] = [
    [words.date, order.createdAt],
    [words.total, `${order.total} ${order.currency}`],
    [words.payment, readable(order.financialStatus)],
    [words.fulfillment, readable(order.fulfillmentStatus)],
    [words.destination, order.destinationCountry ?? '–'],
    ...order.fulfillments.map(
      ({ displayStatus }) => [words.delivery, readable(displayStatus ?? '–')] as const,
    ),
    ...(order.cancelledAt ? [[words.cancelled, order.cancelledAt] as const] : []),
  ];
  const refunds =
    order.refunds.length === 0
      ? html`<p>${words.noRefunds}</p>`
      : html`${order.refunds.map((refund) => refundSection(refund, page))}`;
  const content = html`<div class="page" data-fresh>
    <h1>${words.order} ${order.name}</h1>
    <dl class="card">
      ${facts.map(
        ([term, value]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <h2>${words.refunds}</h2>
    ${refunds}
    <h2 id="transactions">${words.transactions}</h2>
    ${transactionTable(order.transactions, page, 'transactions')}
  </div>`;
  return storePage({ ...page, place: 'orders', title: `${words.order} ${order.name}`, content });
}

function refundSection(refund: SimulatedRefund, page: ShellContext): Html {
  const number = refund.id.split('/').at(-1) ?? '';
  return html`<section class="card refund" aria-labelledby="refund-${number}">
    <h3 id="refund-${number}">${page.words.refund} ${number}</h3>
    <p>${page.words.note}: ${refund.note ?? page.words.noNote}</p>
    ${transactionTable(refund.transactions, page, `refund-${number}`)}
  </section>`;
}

function transactionTable(
  transactions: readonly SimulatedTransaction[],
  { words }: ShellContext,
  headingId: string,
): Html {
  if (transactions.length === 0) return html`<p>${words.noTransactions}</p>`;
  const columns = [words.status, words.gateway, words.number];
  return html`<div class="scroll" tabindex="0" role="group" aria-labelledby="${headingId}">
    <table aria-labelledby="${headingId}">
      <thead>
        <tr>
          <th scope="col">${words.kind}</th>
          <th scope="col" class="number">${words.amount}</th>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${transactions.map(
          ({ kind, status, gateway, amount, currency, id }) =>
            html`<tr>
              <td>${readable(kind)}</td>
              <td class="number">${amount} ${currency}</td>
              <td>${readable(status)}</td>
              <td>${gateway}</td>
              <td>${id.split('/').at(-1) ?? ''}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
