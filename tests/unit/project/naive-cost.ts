import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How many things a list variable holds at most when the app sends it, by the variable's name. */
type VariableSizes = Readonly<Record<string, number>>;

/**
 * An upper bound of what Shopify asks for a query (https://shopify.dev/docs/api/usage/limits): every object 1, a
 * mutation 10, a page as many objects as it may hold. Its own formula is kinder to pages, but not published.
 */
export function naiveCost(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  sizes: VariableSizes = {},
): number {
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`the schema has no ${operation.operation}`);
  return costOfSelections(operation.selectionSet, root, 1) + (isMutation ? 10 : 0);

  function costOfSelections(set: SelectionSetNode, type: GraphQLNamedType, page: number): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = schema.getType(selection.typeCondition?.name.value ?? type.name);
        cost += costOfSelections(selection.selectionSet, on ?? type, page);
      } else throw new Error('a fragment spread: write the fields out, one operation per file');
    }
    return cost;
  }

  /** `page`: how many items the connection around this field holds. */
  function costOfField(field: FieldNode, parent: GraphQLNamedType, page: number): number {
    if (field.name.value.startsWith('__')) return 0;
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const definition = parent.getFields()[field.name.value];
    if (!definition) throw new Error(`${parent.name} has no ${field.name.value}`);
    const type = getNamedType(definition.type);
    if (!isCompositeType(type) || !field.selectionSet) return 0;
    const asked = pageSize(field);
    if (type.name.endsWith('Connection')) {
      if (asked === null)
        throw new Error(`${parent.name}.${field.name.value} says no first or last`);
      return 1 + costOfSelections(field.selectionSet, type, asked);
    }
    const isItems =
      parent.name.endsWith('Connection') && ['nodes', 'edges'].includes(field.name.value);
    const isList = isListType(getNullableType(definition.type));
    const times = isItems ? page : isList ? (asked ?? 1) : 1;
    return times * (1 + costOfSelections(field.selectionSet, type, 1));
  }

  function pageSize(field: FieldNode): number | null {
    for (const { name, value } of field.arguments ?? []) {
      if (['first', 'last'].includes(name.value) && value.kind === Kind.INT)
        return Number(value.value);
      if (!['first', 'last', 'ids'].includes(name.value)) continue;
      const size = value.kind === Kind.VARIABLE ? sizes[value.name.value] : undefined;
      if (size === undefined)
        throw new Error(`how large is ${field.name.value}(${name.value}) at most?`);
      return size;
    }
    return null;
  }
}
