/** Writes the types of every Admin operation in app/shopify from Shopify's own schema (schema/README.md). */
import { generate, type CodegenConfig } from '@graphql-codegen/cli';
import { ApiType, pluckConfig, shopifyApiTypes } from '@shopify/api-codegen-preset';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { apiVersion } from '../app/shopify/api-version.ts';

const directory = 'generated/graphql';
const schema = `${directory}/admin-schema.json`;
const documents = ['app/shopify/*.ts'];

mkdirSync(directory, { recursive: true });
writeFileSync(schema, gunzipSync(readFileSync(`schema/admin_${apiVersion}.json.gz`)));

const steps = shopifyApiTypes({
  apiType: ApiType.Admin,
  apiVersion,
  documents,
  outputDir: directory,
});

// The preset fetches the schema over the network for its own steps; ours lies beside it.
// Enums become unions of their names and everything read is readonly, as in the rest of the code.
const generates: CodegenConfig['generates'] = {};
for (const [file, step] of Object.entries(steps)) {
  if (!file.endsWith('.d.ts') || Array.isArray(step)) continue;
  const config = { ...step.config, enumsAsTypes: true, immutableTypes: true };
  generates[file] = { ...step, schema, config };
}
// The preset's pluckConfig is what the tool reads, but not what its types say.
const settings: CodegenConfig = { schema, documents, generates, silent: true };
Object.assign(settings, { pluckConfig });
try {
  await generate(settings, true);
  console.error(`types of the Admin operations written to ${directory}`);
} catch (error) {
  // An operation that doesn't fit the schema: the message names it and says why.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
