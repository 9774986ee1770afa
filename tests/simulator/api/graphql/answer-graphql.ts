import {
  defaultFieldResolver,
  execute,
  getVariableValues,
  Kind,
  type DocumentNode,
  type GraphQLFieldResolver,
  type OperationDefinitionNode,
} from 'graphql';
import type { SimulatorClock } from '../shopify-api.ts';
import type { FlowDesk } from '../flow-desk.ts';
import type { ShopPolicies } from '../shop-policies.ts';
import type { ShopState, Store } from '../store.ts';
import { adminSchema } from './admin-schema.ts';
import { variableErrors } from './check-variables.ts';
import { bulkQueryProblems, bulkResultOf, wholeConnections } from './bulk-query.ts';
import type { BulkDesk, BulkRun } from './bulk-desk.ts';
import { openBucket, type CostBucket } from './cost-bucket.ts';
import { grantedScopes, permissionCheck } from './permission.ts';
import { operationPreparer } from './prepare-operation.ts';
import { actualCost, cautious, likely, requestedCost } from './query-cost.ts';
import type { OrderDesk } from './order-desk.ts';
import type { RefundDesk } from './refund-desk.ts';
import { deliveryResolvers } from './resolve-delivery.ts';
import { moneyResolvers } from './resolve-money.ts';
import { orderResolvers } from './resolve-order.ts';
import { rootResolvers } from './resolve-root.ts';
import type { CallContext, ResolverTable } from './resolver.ts';

export interface GraphqlRequest {
  readonly shop: ShopState;
  readonly scopes: readonly string[];
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** A test's wish: answer as if the bucket were empty. */
  readonly throttled: boolean;
}

export interface GraphqlAnswer {
  readonly operation: string;
  readonly throttled: boolean;
  readonly body: object;
  /** To be called when the answer has left, or would have. */
  readonly answered: () => void;
}

export interface GraphqlDesk {
  answer(request: GraphqlRequest): GraphqlAnswer;
  /** Whether the operation would move money (refundCreate, returnProcess); false for one that doesn't validate. */
  refunds(query: string, operationName: string | null): boolean;
  /** Whether the operation would change a legal text. */
  writesPolicy(query: string, operationName: string | null): boolean;
  nameOf(query: string, operationName: string | null): string;
}

interface Cost {
  /** By the cautious measure; decides whether the query may run at all. */
  readonly naive: number;
  /** By the likely measure; taken from the bucket. */
  readonly charged: number;
}

const mostPoints = 1000;

const table: ResolverTable = {
  ...rootResolvers,
  ...orderResolvers,
  ...moneyResolvers,
  ...deliveryResolvers,
};

/** Served by `connection` as they are, whatever the nodes. */
const connectionFields: readonly (readonly [type: RegExp, fields: readonly string[]])[] = [
  [/Connection$/, ['nodes', 'edges', 'pageInfo']],
  [/Edge$/, ['cursor', 'node']],
  [/^PageInfo$/, ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']],
];

function isSimulated(typeName: string, fieldName: string): boolean {
  return (
    Object.hasOwn(table[typeName] ?? {}, fieldName) ||
    connectionFields.some(([type, fields]) => type.test(typeName) && fields.includes(fieldName))
  );
}

export function openGraphqlDesk(options: {
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly refundDesk: RefundDesk;
  readonly orderDesk: OrderDesk;
  readonly policies: ShopPolicies;
  readonly flowDesk: FlowDesk;
  readonly bulkDesk: BulkDesk;
}): GraphqlDesk {
  const admin = adminSchema();
  const { schema } = admin;
  const prepare = operationPreparer(schema, isSimulated);
  const fieldResolver = resolverOf(permissionCheck(admin));
  const buckets = new Map<string, CostBucket>();
  const costs = new WeakMap<OperationDefinitionNode, Map<string, Cost>>();

  return {
    answer,
    refunds: (query, name) => mutates(query, name, ['refundCreate', 'returnProcess']),
    writesPolicy: (query, name) => mutates(query, name, ['shopPolicyUpdate']),
    nameOf,
  };

  function answer(request: GraphqlRequest): GraphqlAnswer {
    const { shop, variables } = request;
    const bucket = buckets.get(shop.domain) ?? openBucket(options.clock);
    buckets.set(shop.domain, bucket);
    const prepared = prepare(request.query, request.operationName);
    if (prepared.outcome === 'refused') return plainAnswer('', { errors: prepared.errors });
    const { document, operation, name } = prepared;
    const invalid = variableErrors(schema, operation, variables);
    if (invalid.length > 0) return plainAnswer(name, { errors: invalid });

    const cost = costOf(operation, document, variables);
    if (cost.naive > mostPoints) return plainAnswer(name, tooDear(cost.naive));
    if (request.throttled || !bucket.take(cost.charged)) {
      return { ...plainAnswer(name, throttledBody(cost.charged, bucket)), throttled: true };
    }
    const whenAnswered: (() => void)[] = [];
    const contextValue: CallContext = {
      store: options.store,
      shop,
      scopes: grantedScopes(request.scopes),
      refundDesk: options.refundDesk,
      orderDesk: options.orderDesk,
      policies: options.policies,
      flowDesk: options.flowDesk,
      bulkDesk: options.bulkDesk,
      prepareBulk: (query, isGrouped) => prepareBulk(query, isGrouped, contextValue),
      variables,
      onAnswered: (callback) => void whenAnswered.push(callback),
    };
    const result = execute({
      schema,
      document,
      variableValues: variables,
      contextValue,
      fieldResolver,
      ...(request.operationName === null ? {} : { operationName: request.operationName }),
    });
    if (result instanceof Promise) throw new Error('a resolver is asynchronous');
    const { data, errors } = result;
    const actual = Math.min(cost.charged, Math.max(0, actualCost(data, operation, likely)));
    bucket.giveBack(cost.charged - actual);
    const body = {
      data: data ?? null,
      ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}),
      extensions: { cost: costBlock(cost.charged, actual, bucket) },
    };
    return {
      operation: name,
      throttled: false,
      body,
      answered: () => whenAnswered.forEach((run) => run()),
    };
  }

  function prepareBulk(
    query: string,
    isGrouped: boolean,
    contextValue: CallContext,
  ): (() => BulkRun) | readonly string[] {
    const prepared = prepare(query, null);
    if (prepared.outcome === 'refused') {
      return [`Invalid bulk query: ${JSON.stringify(prepared.errors)}`];
    }
    const problems = bulkQueryProblems(schema, prepared.document);
    if (problems.length > 0) return problems;
    const document = wholeConnections(schema, prepared.document);
    return () => {
      const result = execute({ schema, document, contextValue, fieldResolver });
      if (result instanceof Promise) throw new Error('a resolver is asynchronous');
      const { data, errors = [] } = result;
      // A whole operation fails over one field that may not be seen.
      if (errors.some(({ extensions }) => extensions['code'] === 'ACCESS_DENIED')) {
        return { outcome: 'denied' };
      }
      const [error] = errors;
      if (error) throw error;
      return { outcome: 'made', result: bulkResultOf(data ?? {}, isGrouped) };
    };
  }

  function costOf(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    given: Readonly<Record<string, unknown>>,
  ): Cost {
    const known = costs.get(operation) ?? new Map<string, Cost>();
    costs.set(operation, known);
    const key = Object.values(given)
      .map((value) =>
        Array.isArray(value) ? value.length : typeof value === 'number' ? value : '',
      )
      .join();
    const cost = known.get(key) ?? freshCost(operation, document, given);
    known.set(key, cost);
    return cost;
  }

  function freshCost(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    given: Readonly<Record<string, unknown>>,
  ): Cost {
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
    const walk = { schema, document, variables: coerced ?? {} };
    return {
      naive: requestedCost(operation, { ...walk, measure: cautious }),
      charged: requestedCost(operation, { ...walk, measure: likely }),
    };
  }

  function mutates(
    query: string,
    operationName: string | null,
    fields: readonly string[],
  ): boolean {
    const prepared = prepare(query, operationName);
    return (
      prepared.outcome === 'prepared' &&
      prepared.operation.operation === 'mutation' &&
      prepared.operation.selectionSet.selections.some(
        (each) => each.kind === Kind.FIELD && fields.includes(each.name.value),
      )
    );
  }

  function nameOf(query: string, operationName: string | null): string {
    const prepared = prepare(query, operationName);
    return prepared.outcome === 'prepared' ? prepared.name : '';
  }
}

/** Looks the field up in the table; checks first that the app may see it. */
function resolverOf(
  check: ReturnType<typeof permissionCheck>,
): GraphQLFieldResolver<unknown, CallContext> {
  return (source, args, context, info) => {
    const denied = check(info, context.scopes);
    if (denied) throw denied;
    const resolve = table[info.parentType.name]?.[info.fieldName];
    if (resolve) return resolve(source as never, args as never, context, info);
    return defaultFieldResolver(source, args, context, info);
  };
}

function plainAnswer(operation: string, body: object): GraphqlAnswer {
  return { operation, throttled: false, body, answered: () => undefined };
}

function costBlock(requested: number, actual: number | null, bucket: CostBucket) {
  return {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: bucket.status(),
  };
}

function throttledBody(requested: number, bucket: CostBucket): object {
  return {
    errors: [
      {
        message: 'Throttled',
        extensions: {
          code: 'THROTTLED',
          documentation: 'https://shopify.dev/api/usage/rate-limits',
        },
      },
    ],
    extensions: { cost: costBlock(requested, null, bucket) },
  };
}

function tooDear(cost: number): object {
  return {
    errors: [
      {
        message: `Query cost is ${cost}, which exceeds the single query max cost limit (${mostPoints}).`,
        extensions: {
          code: 'MAX_COST_EXCEEDED',
          cost,
          maxCost: mostPoints,
          documentation: 'https://shopify.dev/api/usage/rate-limits',
        },
      },
    ],
  };
}
