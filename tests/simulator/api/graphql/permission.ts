import {
  getNamedType,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { FulfillmentOrderState } from '../orders/order-state.ts';
import type { AccessRule, AdminSchema } from './admin-schema.ts';

/** A write scope grants the read scope. */
export function grantedScopes(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(
    scopes.flatMap((scope) =>
      scope.startsWith('write_') ? [scope, scope.replace('write_', 'read_')] : [scope],
    ),
  );
}

export type PermissionCheck = (
  info: GraphQLResolveInfo,
  scopes: ReadonlySet<string>,
) => GraphQLError | null;

/** Checks a field by Shopify's access rules: its own, or those of what it returns (a connection: of its nodes). */
export function permissionCheck({ access }: AdminSchema): PermissionCheck {
  const rules = new Map<string, AccessRule | null>();
  return (info, scopes) => {
    const key = `${info.parentType.name}.${info.fieldName}`;
    let rule = rules.get(key);
    if (rule === undefined) {
      rule = access.get(key) ?? access.get(returnedType(info)) ?? null;
      rules.set(key, rule);
    }
    return rule && !rule.scopes.some((scope) => scopes.has(scope))
      ? denied(info.fieldName, rule)
      : null;
  };
}

/** For a node whose type shows only when it is found. */
export function nodePermission(
  { access }: AdminSchema,
  typeName: string,
  scopes: ReadonlySet<string>,
): GraphQLError | null {
  const rule = access.get(typeName);
  return rule && !rule.scopes.some((scope) => scopes.has(scope)) ? denied('node', rule) : null;
}

function denied(fieldName: string, { requiredAccess }: AccessRule): GraphQLError {
  return new GraphQLError(
    `Access denied for ${fieldName} field. Required access: ${requiredAccess}`,
    {
      extensions: {
        code: 'ACCESS_DENIED',
        documentation: 'https://shopify.dev/api/usage/access-scopes',
        requiredAccess,
      },
    },
  );
}

function returnedType({ returnType }: GraphQLResolveInfo): string {
  const type = getNamedType(returnType);
  if (!isObjectType(type) && !isInterfaceType(type)) return type.name;
  if (!type.name.endsWith('Connection')) return type.name;
  const nodes = type.getFields()['nodes'];
  return nodes ? getNamedType(nodes.type).name : type.name;
}

/** Fulfillment orders of the merchant's own places and of third parties are two scopes; the others stay unseen. */
export function canSeeDispatch(
  scopes: ReadonlySet<string>,
  { thirdParty }: FulfillmentOrderState,
): boolean {
  return scopes.has(
    thirdParty ? 'read_third_party_fulfillment_orders' : 'read_merchant_managed_fulfillment_orders',
  );
}
