import { getDirectiveValues, GraphQLError, Kind, print, type GraphQLResolveInfo } from 'graphql';
import type { RefundInput } from '../orders/refund-input.ts';
import { adminSchema } from './admin-schema.ts';
import type { ReturnState } from '../orders/order-state.ts';
import { connection, type PageArguments } from './connection.ts';
import type { CodedError, ReturnProcessInput } from './order-desk.ts';
import type { RefundAnswer } from './refund-desk.ts';
import { canSeeDispatch, nodePermission } from './permission.ts';
import { plain, type CallContext, type Resolvers, type ResolverTable } from './resolver.ts';

const query: Resolvers<unknown> = {
  order: (_root, { id }: { readonly id: string }, { store, shop }) => store.order(shop.domain, id),
  shop: (_root, _args, { shop }) => shop,
  orders: (_root, args: Searched, { store, shop }) =>
    connection(
      store.orders(shop.domain).filter(({ createdAt }) => isSince(createdAt, args, 'created_at')),
      args,
    ),
  fulfillmentOrders: (
    _root,
    args: Searched & { readonly includeClosed?: boolean },
    { store, shop, scopes },
  ) =>
    connection(
      store.orders(shop.domain).flatMap((order) =>
        order.fulfillmentOrders
          .filter((dispatch) => canSeeDispatch(scopes, dispatch))
          .filter(({ status }) => args.includeClosed === true || status !== 'CLOSED')
          .filter(() => isSince(order.updatedAt, args, 'updated_at'))
          .map((dispatch) => ({ order, dispatch })),
      ),
      args,
    ),
  bulkOperation: (_root, { id }: { readonly id: string }, { bulkDesk, shop }) =>
    bulkDesk.find(shop.domain, id),
  job: (_root, { id }: { readonly id: string }, { orderDesk }) => orderDesk.job(id),
  node: (_root, { id }: { readonly id: string }, context) => nodeOf(id, context),
  nodes: (_root, { ids }: { readonly ids: readonly string[] }, context) =>
    ids.map((id) => nodeOf(id, context)),
};

interface Searched extends PageArguments {
  readonly query?: string | null;
}

/** The one kind of search that is simulated; another is refused. */
function isSince(at: string, { query: search }: Searched, field: string): boolean {
  if (!search) return true;
  const since = new RegExp(`^${field}:>='([^']+)'$`).exec(search)?.[1];
  if (since === undefined) throw new GraphQLError(`The simulator does not search for ${search}`);
  return Date.parse(at) >= Date.parse(since);
}

/** The thing of a global id with its type; null when there is none, as at Shopify. */
function nodeOf(id: string, { store, shop, scopes }: CallContext): unknown {
  const type = /^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1] ?? '';
  const refused = nodePermission(adminSchema(), type, scopes);
  if (refused) return refused;
  if (type === 'Order') {
    const order = store.order(shop.domain, id);
    return order && { __typename: type, ...order };
  }
  const order = store.orderHolding(shop.domain, id);
  if (!order) return null;
  const named = <Part extends { readonly id: string }>(parts: readonly Part[], key: string) => {
    const part = parts.find((each) => each.id === id);
    return part ? { __typename: type, order, [key]: part } : null;
  };
  switch (type) {
    case 'Fulfillment':
      return named(order.fulfillments, 'fulfillment');
    case 'FulfillmentOrder':
      return named(
        order.fulfillmentOrders.filter((each) => canSeeDispatch(scopes, each)),
        'dispatch',
      );
    case 'Refund':
      return named(order.refunds, 'refund');
    case 'OrderTransaction':
      return named(order.transactions, 'transaction');
    case 'LineItem':
      return named(order.lines, 'line');
    default:
      return null;
  }
}

const mutation: Resolvers<unknown> = {
  refundCreate: (_root, { input }: { readonly input: RefundInput }, context, info) => {
    const { refundDesk, shop } = context;
    const key = idempotencyKeyOf(info);
    const claim = refundDesk.claim(shop.domain, key, fingerprintOf(info, context.variables));
    switch (claim.outcome) {
      case 'in-progress':
        throw idempotencyError(
          'IDEMPOTENCY_CONCURRENT_REQUEST',
          'This request is currently in progress, please try again.',
        );
      case 'mismatch':
        throw idempotencyError(
          'IDEMPOTENCY_KEY_PARAMETER_MISMATCH',
          'The same idempotency key cannot be used with different operation parameters.',
        );
      case 'replay':
        return payloadOf(claim.answer, context);
      case 'fresh': {
        context.onAnswered(claim.answered);
        const answer = refundDesk.refund(shop.domain, input);
        claim.done(answer);
        return payloadOf(answer, context);
      }
    }
  },
};

const desk: Resolvers<unknown> = {
  bulkOperationRunQuery: (
    _root,
    { query: bulk, groupObjects }: { readonly query: string; readonly groupObjects: boolean },
    { bulkDesk, prepareBulk, shop },
  ) => {
    const run = prepareBulk(bulk, groupObjects);
    const refused = (code: string, message: string, field: readonly string[] | null) => ({
      bulkOperation: null,
      userErrors: [{ code, message, field }],
    });
    if (typeof run !== 'function') {
      return {
        bulkOperation: null,
        userErrors: run.map((message) => ({ code: 'INVALID', field: ['query'], message })),
      };
    }
    const { operation, running } = bulkDesk.start(shop.domain, bulk, run);
    return operation
      ? { bulkOperation: operation, userErrors: [] }
      : refused(
          'OPERATION_IN_PROGRESS',
          `A bulk query operation for this app and shop is already in progress: ${running.join(', ')}.`,
          null,
        );
  },
  bulkOperationCancel: (_root, { id }: { readonly id: string }, { bulkDesk, shop }) => {
    const operation = bulkDesk.cancel(shop.domain, id);
    return {
      bulkOperation: operation,
      userErrors: operation ? [] : [{ field: ['id'], message: 'Bulk operation does not exist' }],
    };
  },
  orderCancel: (
    _root,
    args: {
      readonly orderId: string;
      readonly restock: boolean;
      readonly staffNote: string | null;
    },
    { orderDesk, shop },
  ) => {
    const { jobId, errors } = orderDesk.cancel(shop.domain, args);
    return {
      job: jobId === null ? null : { id: jobId, done: false },
      orderCancelUserErrors: errors,
      userErrors: errors.map(({ field, message }) => ({ field, message })),
    };
  },
  returnApproveRequest: (_root, { input }: { readonly input: { readonly id: string } }, context) =>
    returnPayload(input.id, answerRequest(context, input.id, null), context),
  returnDeclineRequest: (_root, { input }: { readonly input: DeclineInput }, context) => {
    const decline = { reason: input.declineReason, note: input.declineNote ?? null };
    return returnPayload(input.id, answerRequest(context, input.id, decline), context);
  },
  tagsAdd: (
    _root,
    { id, tags }: { readonly id: string; readonly tags: readonly string[] },
    context,
  ) => {
    const { orderDesk, shop } = context;
    return { userErrors: orderDesk.annotate(shop.domain, id, { tags }) };
  },
  metafieldsSet: (
    _root,
    {
      metafields,
    }: {
      readonly metafields: readonly {
        readonly ownerId: string;
        readonly namespace: string;
        readonly key: string;
        readonly value: string;
      }[];
    },
    { orderDesk, shop },
  ) => ({
    userErrors: metafields.flatMap(({ ownerId, namespace, key, value }) =>
      orderDesk.annotate(shop.domain, ownerId, { metafields: { [`${namespace}.${key}`]: value } }),
    ),
  }),
  orderUpdate: (
    _root,
    { input }: { readonly input: { readonly id: string; readonly note?: string | null } },
    { orderDesk, shop },
  ) => ({
    userErrors: orderDesk.annotate(shop.domain, input.id, { note: input.note ?? null }),
  }),
  shopPolicyUpdate: (
    _root,
    { shopPolicy }: { readonly shopPolicy: { readonly type: string; readonly body: string } },
    { policies, shop },
  ) => {
    const { type, body } = shopPolicy;
    const isWritten = policies.write(shop.domain, type, body);
    return {
      shopPolicy: policies.of(shop.domain).find((each) => each.type === type) ?? null,
      userErrors: isWritten
        ? []
        : [{ field: ['shopPolicy', 'body'], code: 'TOO_BIG', message: 'Body is too big' }],
    };
  },
  flowTriggerReceive: (
    _root,
    {
      handle,
      payload,
    }: { readonly handle: string; readonly payload: Readonly<Record<string, unknown>> },
    { flowDesk, shop },
  ) => ({ userErrors: flowDesk.receive({ shop: shop.domain, handle, payload }) }),
  returnProcess: (_root, { input }: { readonly input: ReturnProcessInput }, context) => {
    const { orderDesk, shop } = context;
    return returnPayload(input.returnId, orderDesk.process(shop.domain, input), context);
  },
};

interface DeclineInput {
  readonly id: string;
  readonly declineReason: string;
  readonly declineNote?: string | null;
}

function answerRequest(
  { orderDesk, shop }: CallContext,
  id: string,
  decline: ReturnState['decline'],
) {
  return orderDesk.answerRequest(shop.domain, id, decline);
}

/** Null in place of a return that nothing was done to. */
function returnPayload(
  returnId: string,
  userErrors: readonly CodedError[],
  { store, shop }: CallContext,
) {
  const order = store.orderHolding(shop.domain, returnId);
  const each = order?.returns.find(({ id }) => id === returnId);
  return { return: userErrors.length === 0 && order && each ? { order, each } : null, userErrors };
}

function payloadOf({ orderId, refundId, userErrors }: RefundAnswer, { store, shop }: CallContext) {
  const order = orderId === null ? null : store.order(shop.domain, orderId);
  const refund = order?.refunds.find(({ id }) => id === refundId);
  return { order, refund: order && refund ? { order, refund } : null, userErrors };
}

function idempotencyKeyOf(info: GraphQLResolveInfo): string {
  const directive = info.schema.getDirective('idempotent');
  const field = info.fieldNodes[0];
  const values =
    directive && field ? getDirectiveValues(directive, field, info.variableValues) : undefined;
  const key = values?.['key'];
  if (typeof key === 'string' && key !== '') return key;
  throw idempotencyError(
    'BAD_REQUEST',
    key === ''
      ? 'The @idempotent directive requires a non-empty key.'
      : 'The @idempotent directive is required for this mutation but was not provided.',
  );
}

/**
 * What "the same parameters" are: the input as it was written. Shopify's note that the order of input fields can change
 * the fingerprint is taken at its word.
 */
function fingerprintOf(info: GraphQLResolveInfo, variables: CallContext['variables']): string {
  const value = info.fieldNodes[0]?.arguments?.find(({ name }) => name.value === 'input')?.value;
  if (value?.kind !== Kind.VARIABLE) return value ? print(value) : '';
  return JSON.stringify(variables[value.name.value]);
}

function idempotencyError(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

export const rootResolvers: ResolverTable = {
  QueryRoot: query,
  Mutation: { ...mutation, ...desk },
  Node: plain('id'),
  Shop: {
    id: ({ id }: { readonly id: number }) => `gid://shopify/Shop/${id}`,
    name: ({ domain }: { readonly domain: string }) => domain.replace('.myshopify.com', ''),
    myshopifyDomain: ({ domain }: { readonly domain: string }) => domain,
    currencyCode: ({ currency }: { readonly currency: string }) => currency,
    ianaTimezone: ({ timezone }: { readonly timezone: string }) => timezone,
    shopAddress: ({ country }: { readonly country: string }) => ({ countryCodeV2: country }),
    shopPolicies: ({ domain }: { readonly domain: string }, _args, { policies }) =>
      policies.of(domain),
  },
  ShopAddress: plain('countryCodeV2'),
  ShopPolicy: plain('id', 'type', 'title', 'body', 'url', 'createdAt', 'updatedAt'),
  ShopPolicyUpdatePayload: plain('shopPolicy', 'userErrors'),
  ShopPolicyUserError: plain('field', 'code', 'message'),
  Job: plain('id', 'done'),
  TagsAddPayload: plain('userErrors'),
  MetafieldsSetPayload: plain('userErrors'),
  MetafieldsSetUserError: plain('field', 'message', 'code'),
  OrderUpdatePayload: plain('userErrors'),
  OrderCancelPayload: plain('job', 'orderCancelUserErrors', 'userErrors'),
  OrderCancelUserError: plain('field', 'code', 'message'),
  ReturnApproveRequestPayload: plain('return', 'userErrors'),
  ReturnDeclineRequestPayload: plain('return', 'userErrors'),
  ReturnProcessPayload: plain('return', 'userErrors'),
  ReturnUserError: plain('field', 'code', 'message'),
  FlowTriggerReceivePayload: plain('userErrors'),
  RefundCreatePayload: plain('order', 'refund', 'userErrors'),
  UserError: plain('field', 'message'),
  BulkOperationRunQueryPayload: plain('bulkOperation', 'userErrors'),
  BulkOperationCancelPayload: plain('bulkOperation', 'userErrors'),
  BulkOperationUserError: plain('code', 'field', 'message'),
  BulkOperation: plain(
    ...['id', 'query', 'type', 'status', 'errorCode', 'createdAt', 'completedAt', 'objectCount'],
    ...['rootObjectCount', 'fileSize', 'url', 'partialDataUrl'],
  ),
};
