import {
  Kind,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
  type OperationDefinitionNode,
} from 'graphql';
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiVersion } from '#app/shopify/api-version.ts';
import { adminSchema } from './admin-schema.ts';
import { naiveCost } from './naive-cost.ts';

/** A single query may ask for this many points (https://shopify.dev/docs/api/usage/limits). */
const costLimit = 1000;

/** What the lists that are sent as a variable hold at most, by operation and variable. */
const listSizes: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ReadParcels: { ids: 3 },
};

const schemas = { ours: adminSchema(apiVersion), next: adminSchema('unstable') };

interface Operation {
  readonly name: string;
  readonly definition: OperationDefinitionNode;
}

const operations: readonly Operation[] = globSync('app/shopify/**/*.ts').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/`#graphql([^`]*)`/g)].map(([, text]) => {
    const definition = operationIn(text ?? '');
    return { name: definition.name?.value ?? '', definition };
  }),
);

function operationIn(text: string): OperationDefinitionNode {
  const [definition, ...others] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) {
    throw new Error(`not one operation: ${text}`);
  }
  return definition;
}

test('there are operations to look at', () => {
  expect(operations.length).toBeGreaterThan(3);
});

test('operations stand in app/shopify and nowhere else', () => {
  const elsewhere = globSync('app/**/*.{ts,tsx}')
    .filter((file) => !file.startsWith('app/shopify/'))
    .filter((file) => readFileSync(file, 'utf8').includes('#graphql'));
  expect(elsewhere).toEqual([]);
});

test('every operation has a name of its own', () => {
  const names = operations.map(({ name }) => name);
  expect(names).not.toContain('');
  expect([...new Set(names)]).toHaveLength(names.length);
});

test.each(operations)('$name asks for nothing unknown or deprecated', ({ definition }) => {
  const document = { kind: Kind.DOCUMENT, definitions: [definition] } as const;
  for (const [version, schema] of Object.entries(schemas)) {
    const errors = validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule]);
    const messages = errors.map(({ message }) => message);
    expect({ version, messages }).toEqual({ version, messages: [] });
  }
});

test.each(operations)('$name stays within the points of a single query', ({ name, definition }) => {
  const cost = naiveCost(schemas.ours, definition, listSizes[name]);
  expect(cost).toBeLessThanOrEqual(costLimit);
});

test('a deprecated field would be noticed', () => {
  const [deprecated] = Object.values(schemas.ours.getQueryType()?.getFields() ?? {}).filter(
    ({ deprecationReason, args }) => deprecationReason && args.length === 0,
  );
  expect(deprecated).toBeDefined();
  const errors = validate(
    schemas.ours,
    parse(`query Old { ${deprecated?.name ?? ''} { __typename } }`),
    [NoDeprecatedCustomRule],
  );
  expect(errors).toHaveLength(1);
});

test('a page within a page costs its product', () => {
  const definition = operationIn(`
    query Nested {
      orders(first: 10) { nodes { lineItems(first: 5) { nodes { product { id } } } } }
    }`);
  // orders 1 + 10 x (order 1 + lineItems 1 + 5 x (line 1 + product 1))
  expect(naiveCost(schemas.ours, definition)).toBe(1 + 10 * (1 + 1 + 5 * 2));
});
