import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Shopify's Admin schema of a version, as schema/README.md says where it is from. */
export function adminSchema(version: string): GraphQLSchema {
  const text = gunzipSync(readFileSync(`schema/admin_${version}.json.gz`)).toString('utf8');
  const { data } = JSON.parse(text) as { data: IntrospectionQuery };
  return buildClientSchema(data, { assumeValid: true });
}
