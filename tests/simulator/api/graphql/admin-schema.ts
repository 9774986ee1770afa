import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import {
  buildClientSchema,
  GraphQLError,
  isEnumType,
  isScalarType,
  valueFromASTUntyped,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { parseAmount } from '../decimal.ts';

export const apiVersion = '2026-10';

export interface AccessRule {
  /** In Shopify's words. */
  readonly requiredAccess: string;
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
}

export interface AdminSchema {
  readonly schema: GraphQLSchema;
  /** By type (`Product`) and by field (`Location.address`): what Shopify's schema file says of access. */
  readonly access: ReadonlyMap<string, AccessRule>;
}

interface SchemaFile {
  readonly data: IntrospectionQuery;
  readonly offline_scopes: {
    readonly items: readonly {
      readonly typeName: string;
      readonly fieldName?: string;
      readonly requiredAccess: string;
      readonly offlineScopes: readonly string[];
    }[];
  };
}

let loaded: AdminSchema | null = null;

/** Shopify's own Admin schema with its access rules; read once per process. */
export function adminSchema(): AdminSchema {
  loaded ??= readSchema();
  return loaded;
}

function readSchema(): AdminSchema {
  const file = new URL(`../../../../schema/admin_${apiVersion}.json.gz`, import.meta.url);
  const json = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as SchemaFile;
  const schema = buildClientSchema(json.data);
  for (const type of Object.values(schema.getTypeMap())) {
    // Shopify adds enum values between versions; one that the schema lacks must reach the app all the same.
    if (isEnumType(type)) type.serialize = (value) => String(value);
    const check = isScalarType(type) ? inputChecks[type.name] : undefined;
    if (isScalarType(type) && check) {
      type.parseValue = (value) => checked(type.name, check, value);
      type.parseLiteral = (node, variables) =>
        checked(type.name, check, valueFromASTUntyped(node, variables));
    }
  }
  const rules = json.offline_scopes.items
    .filter(({ offlineScopes }) => offlineScopes.length > 0)
    .map(({ typeName, fieldName, requiredAccess, offlineScopes }) => {
      const rule: AccessRule = { requiredAccess, scopes: offlineScopes };
      return [fieldName === undefined ? typeName : `${typeName}.${fieldName}`, rule] as const;
    });
  // Not in the file: https://shopify.dev/docs/apps/build/orders-fulfillment/returns-apps/view-and-refund-duties
  const refundCreate: AccessRule = {
    requiredAccess: '`write_orders` access scope.',
    scopes: ['write_orders'],
  };
  return { schema, access: new Map([...rules, ['Mutation.refundCreate', refundCreate]]) };
}

const decimal = (value: unknown): boolean =>
  (typeof value === 'string' || typeof value === 'number') && parseAmount(String(value)) !== null;

const inputChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
  Decimal: decimal,
  Money: decimal,
  DateTime: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
};

function checked(type: string, accepts: (value: unknown) => boolean, value: unknown): unknown {
  if (!accepts(value)) throw new GraphQLError(`invalid ${type} '${String(value)}'`);
  return value;
}
