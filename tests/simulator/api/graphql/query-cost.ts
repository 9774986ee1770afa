import {
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * How many points a list of `n` costs. Shopify doesn't publish its formula, and what was recorded is far below one point
 * per object. So two measures exist: `cautious` (every object of every page) decides whether a single query is too
 * large, `likely` (pages grow with the square root, near to what was recorded) is charged to the bucket.
 */
export interface CostMeasure {
  readonly page: (size: number) => number;
}

export const cautious: CostMeasure = { page: (size) => size };
export const likely: CostMeasure = { page: (size) => Math.ceil(Math.sqrt(size)) };

interface Walk {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly variables: Record<string, unknown>;
  readonly measure: CostMeasure;
}

/** Objects 1, mutations 10, scalars and enums 0, pages and lists times their size. */
export function requestedCost(operation: OperationDefinitionNode, walk: Walk): number {
  const root = walk.schema.getRootType(operation.operation);
  if (!root) return 0;
  const mutations =
    operation.operation === 'mutation' ? operation.selectionSet.selections.length : 0;
  return selectionCost(operation.selectionSet, root.name, walk) + mutations * 9;
}

function selectionCost(selections: SelectionSetNode, typeName: string, walk: Walk): number {
  let common = 0;
  let dearestVariant = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) {
      common += fieldCost(selection, typeName, walk);
      continue;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : fragmentNamed(selection.name.value, walk);
    if (!fragment) continue;
    const on = fragment.typeCondition?.name.value ?? typeName;
    const cost = selectionCost(fragment.selectionSet, on, walk);
    if (on === typeName) common += cost;
    else dearestVariant = Math.max(dearestVariant, cost);
  }
  return common + dearestVariant;
}

function fragmentNamed(name: string, { document }: Walk) {
  return document.definitions.find(
    (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
  ) as
    | Extract<DocumentNode['definitions'][number], { kind: typeof Kind.FRAGMENT_DEFINITION }>
    | undefined;
}

function fieldCost(field: FieldNode, parentName: string, walk: Walk): number {
  const parent = walk.schema.getType(parentName);
  const definition =
    isObjectType(parent) || isInterfaceType(parent)
      ? parent.getFields()[field.name.value]
      : undefined;
  if (!definition || !field.selectionSet) return 0;
  const type = getNamedType(definition.type);
  if (!isCompositeType(type)) return 0;
  const inside = selectionCost(field.selectionSet, type.name, walk);
  if (isPartOfConnection(parentName)) return inside + (type.name === 'PageInfo' ? 0 : 1);
  const args = getArgumentValues(definition, field, walk.variables);
  const size = walk.measure.page(sizeOf(args, definition.type));
  return type.name.endsWith('Connection')
    ? size * inside
    : size * (1 + (isUnionType(type) ? 0 : inside));
}

function isPartOfConnection(typeName: string): boolean {
  return typeName.endsWith('Connection');
}

function sizeOf(args: Record<string, unknown>, type: GraphQLOutputType): number {
  const bare = isNonNullType(type) ? type.ofType : type;
  const asked = args['first'] ?? args['last'];
  if (typeof asked === 'number') return asked;
  if (isListType(bare) && Array.isArray(args['ids'])) return args['ids'].length;
  return 1;
}

/** The same count over what was really answered. */
export function actualCost(
  data: unknown,
  operation: OperationDefinitionNode,
  measure: CostMeasure,
): number {
  return answerCost(data, measure) - 1 + (operation.operation === 'mutation' ? 9 : 0);
}

function answerCost(value: unknown, measure: CostMeasure): number {
  if (Array.isArray(value)) {
    const size = value.length;
    if (size === 0) return 0;
    const all = value.reduce((sum: number, each) => sum + answerCost(each, measure), 0);
    return Math.ceil((all / size) * measure.page(size));
  }
  if (typeof value !== 'object' || value === null) return 0;
  const fields = Object.entries(value).filter(([name]) => name !== 'pageInfo');
  const inside = fields.reduce((sum, [, field]) => sum + answerCost(field, measure), 0);
  return inside + ('nodes' in value || 'edges' in value ? 0 : 1);
}
