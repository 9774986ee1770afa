import {
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import { everything } from './connection.ts';

/*
 * What a bulk operation takes of a query, and what it makes of its answer. The refusals are Shopify's own words, as others have
 * recorded them; the limits stand at https://shopify.dev/docs/api/usage/bulk-operations/queries.
 */

const most = { connections: 5, depth: 2 };

interface Seen {
  connections: number;
  /** Below the first. */
  depth: number;
  readonly byNodes: string[];
  readonly withoutId: string[];
  readonly inList: string[];
}

/** Why Shopify would not run the query; empty where it would. */
export function bulkQueryProblems(
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly string[] {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    return ['Invalid operation type. Only `query` operations are supported.'];
  }
  const seen = connectionsIn(schema, document);
  const roots = operation.selectionSet.selections.flatMap((each) =>
    each.kind === Kind.FIELD ? [each.name.value] : [],
  );
  const top = roots.find((name) => name === 'node' || name === 'nodes');
  return [
    ...(top ? [`Bulk queries cannot contain a top level \`${top}\` field.`] : []),
    ...(seen.connections === 0 ? ['Bulk queries must contain at least one connection.'] : []),
    ...(seen.byNodes.length > 0
      ? [
          `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${seen.byNodes.join("', '")}'.`,
        ]
      : []),
    ...(seen.inList.length > 0
      ? ['Queries that contain a connection field within a list field are not currently supported.']
      : []),
    ...(seen.depth > most.depth
      ? [`Bulk queries cannot contain connections with a nesting depth greater than ${most.depth}.`]
      : []),
    ...(seen.connections > most.connections
      ? [`Bulk queries cannot contain more than ${most.connections} connections.`]
      : []),
    ...(seen.withoutId.length > 0
      ? [
          `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${seen.withoutId.join(', ')}.`,
        ]
      : []),
  ];
}

function connectionsIn(schema: GraphQLSchema, document: DocumentNode): Seen {
  const seen: Seen = { connections: 0, depth: 0, byNodes: [], withoutId: [], inList: [] };
  const around: ('connection' | 'list' | 'other')[] = [];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        enter(node) {
          if (typeNameIn(info).endsWith('Connection')) {
            const above = around.filter((each) => each === 'connection').length;
            seen.connections += 1;
            seen.depth = Math.max(seen.depth, above);
            if (around.includes('list')) seen.inList.push(node.name.value);
            if (selects(node, 'nodes')) seen.byNodes.push(node.name.value);
            if (!selectsId(node)) seen.withoutId.push(node.name.value);
            around.push('connection');
          } else {
            around.push(isListIn(info) && !typeNameIn(info).endsWith('Edge') ? 'list' : 'other');
          }
        },
        leave() {
          around.pop();
        },
      },
    }),
  );
  return seen;
}

/** The type of the field that is looked at, as the schema writes it: `[Order!]!`. */
function writtenType(info: TypeInfo): string {
  return String(info.getType() ?? '');
}

function typeNameIn(info: TypeInfo): string {
  return writtenType(info).replace(/[[\]!]/g, '');
}

function isListIn(info: TypeInfo): boolean {
  return writtenType(info).startsWith('[');
}

function selects(field: FieldNode | undefined, name: string): FieldNode | undefined {
  return field?.selectionSet?.selections
    .filter((each): each is FieldNode => each.kind === Kind.FIELD)
    .find((each) => each.name.value === name && each.alias === undefined);
}

function selectsId(connection: FieldNode): boolean {
  return selects(selects(selects(connection, 'edges'), 'node'), 'id') !== undefined;
}

/** The same query with whole connections in place of pages. */
export function wholeConnections(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const info = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        if (!typeNameIn(info).endsWith('Connection')) return undefined;
        const others = (node.arguments ?? []).filter(({ name }) => name.value !== 'first');
        const first = {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'first' },
          value: { kind: Kind.INT, value: String(everything) },
        } as const;
        return { ...node, arguments: [...others, first] };
      },
    }),
  );
}

export interface BulkResult {
  readonly lines: readonly string[];
  /** Of the connection at the top. */
  readonly roots: number;
}

type Json = Readonly<Record<string, unknown>>;

/** The answer as lines, each object one: its parts follow it where they are grouped, else come after all their parents. */
export function bulkResultOf(data: Json, isGrouped: boolean): BulkResult {
  const grouped: string[] = [];
  const levels: string[][] = [];
  const write = (node: Json, parentId: string | null, depth: number) => {
    const plain = Object.entries(node).filter(([, value]) => !isConnection(value));
    const line = JSON.stringify({
      ...Object.fromEntries(plain),
      ...(parentId === null ? {} : { __parentId: parentId }),
    });
    grouped.push(line);
    (levels[depth] ??= []).push(line);
    for (const value of Object.values(node)) {
      for (const child of nodesIn(value)) write(child, String(node['id']), depth + 1);
    }
  };
  for (const value of Object.values(data)) {
    for (const node of nodesIn(value)) write(node, null, 0);
  }
  return { lines: isGrouped ? grouped : levels.flat(), roots: levels[0]?.length ?? 0 };
}

function isConnection(value: unknown): value is { readonly edges: readonly { node: Json }[] } {
  return (
    typeof value === 'object' && value !== null && 'edges' in value && Array.isArray(value.edges)
  );
}

function nodesIn(value: unknown): readonly Json[] {
  return isConnection(value) ? value.edges.map(({ node }) => node) : [];
}
