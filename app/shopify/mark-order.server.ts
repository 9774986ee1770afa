import type { Gid } from '../domain/ids.ts';
import type { MoneyPolicy } from '../domain/policy/sections.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';
import { attemptIdIn } from './refund-request.ts';

const ADD_TAG = `#graphql
  mutation AddTag($id: ID!, $tags: [String!]!) {
    tagsAdd(id: $id, tags: $tags) { userErrors { message } }
  }
`;

const SET_METAFIELD = `#graphql
  mutation SetMetafield($metafields: [MetafieldsSetInput!]!) {
    metafieldsSet(metafields: $metafields) { userErrors { message } }
  }
`;

const READ_NOTE = `#graphql
  query ReadNote($id: ID!) { order(id: $id) { note } }
`;

const WRITE_NOTE = `#graphql
  mutation WriteNote($input: OrderInput!) {
    orderUpdate(input: $input) { userErrors { message } }
  }
`;

/** Shopify's own limit for an order's note. */
const longestNote = 5000;

/** Marks a paid order as the merchant wishes; asked for twice, it is marked once. False where it has to be tried again. */
export async function markOrder(
  caller: AdminCaller,
  about: {
    readonly orderId: Gid<'Order'>;
    readonly attemptId: string;
    readonly mark: Exclude<MoneyPolicy['mark'], 'nothing'>;
  },
): Promise<boolean> {
  const { orderId: id, attemptId, mark } = about;
  const text = `Amends refund ${attemptId}`;
  switch (mark) {
    case 'tag': {
      const call = await callAdmin(caller, ADD_TAG, { id, tags: ['Amends refund'] });
      return call.outcome === 'answered' && call.data.tagsAdd?.userErrors.length === 0;
    }
    case 'metafield': {
      const call = await callAdmin(caller, SET_METAFIELD, {
        metafields: [
          {
            ...{ ownerId: id, namespace: 'amends', key: 'refund' },
            type: 'single_line_text_field',
            value: attemptId,
          },
        ],
      });
      return call.outcome === 'answered' && call.data.metafieldsSet?.userErrors.length === 0;
    }
    case 'note': {
      const read = await callAdmin(caller, READ_NOTE, { id });
      if (read.outcome !== 'answered') return false;
      const note = read.data.order?.note ?? '';
      if (attemptIdIn(note) === attemptId) return true;
      const longer = note === '' ? text : `${note}\n${text}`;
      // What people wrote is never cut off for it.
      if (longer.length > longestNote) return true;
      const call = await callAdmin(caller, WRITE_NOTE, { input: { id, note: longer } });
      return call.outcome === 'answered' && call.data.orderUpdate?.userErrors.length === 0;
    }
  }
}
