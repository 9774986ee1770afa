import {
  getOperationAST,
  GraphQLError,
  Kind,
  parse,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

export type Prepared =
  | {
      readonly outcome: 'prepared';
      readonly document: DocumentNode;
      readonly operation: OperationDefinitionNode;
      readonly name: string;
    }
  | { readonly outcome: 'refused'; readonly errors: readonly object[] };

/** Parses and validates operations against Shopify's schema; what was seen before costs a look-up. */
export function operationPreparer(
  schema: GraphQLSchema,
  isSimulated: (typeName: string, fieldName: string) => boolean,
): (query: string, operationName: string | null) => Prepared {
  const seen = new Map<string, Prepared>();
  return (query, operationName) => {
    const key = `${operationName ?? ''}\n${query}`;
    const known = seen.get(key);
    if (known) return known;
    const prepared = prepare(schema, isSimulated, query, operationName);
    if (seen.size > 1000) seen.clear();
    seen.set(key, prepared);
    return prepared;
  };
}

function prepare(
  schema: GraphQLSchema,
  isSimulated: (typeName: string, fieldName: string) => boolean,
  query: string,
  operationName: string | null,
): Prepared {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return {
      outcome: 'refused',
      errors: [{ ...error.toJSON(), extensions: { code: 'parseError' } }],
    };
  }
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { outcome: 'refused', errors: invalid.map(asShopifySays) };
  const unknown = fieldsNotSimulated(schema, document, isSimulated);
  if (unknown.length > 0) return { outcome: 'refused', errors: unknown };
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    return {
      outcome: 'refused',
      errors: [{ message: 'No operation found', extensions: { code: 'operationNotFound' } }],
    };
  }
  return { outcome: 'prepared', document, operation, name: operation.name?.value ?? '' };
}

/** Fields that Shopify has and this simulator hasn't: refused as a whole, never answered with a silent null. */
function fieldsNotSimulated(
  schema: GraphQLSchema,
  document: DocumentNode,
  isSimulated: (typeName: string, fieldName: string) => boolean,
): readonly object[] {
  const errors: object[] = [];
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const type = typeInfo.getParentType();
        if (!type || type.name.startsWith('__') || node.name.value.startsWith('__')) return;
        if (isSimulated(type.name, node.name.value)) return;
        errors.push({
          message: `The simulator does not simulate ${type.name}.${node.name.value}`,
          extensions: { code: 'NOT_SIMULATED', typeName: type.name, fieldName: node.name.value },
        });
      },
    }),
  );
  return errors;
}

/** Validation errors in Shopify's words where those are known, in graphql-js's otherwise. */
function asShopifySays(error: GraphQLError): object {
  const { message, locations } = error.toJSON();
  const field = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(message);
  if (field) {
    const [, fieldName, typeName] = field;
    return {
      message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
      locations,
      path: pathOf(error),
      extensions: { code: 'undefinedField', typeName, fieldName },
    };
  }
  const argument = /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/.exec(message);
  if (argument) {
    const [, argumentName, name] = argument;
    return {
      message: `Field '${name}' doesn't accept argument '${argumentName}'`,
      locations,
      path: pathOf(error),
      extensions: { code: 'argumentNotAccepted', name, typeName: 'Field', argumentName },
    };
  }
  return { message, locations, path: pathOf(error), extensions: { code: 'validationError' } };
}

/** `["query ReadShop", "shop", "foo"]`: outermost first, as far as the error's own node says. */
function pathOf(error: GraphQLError): readonly string[] {
  return (error.nodes ?? []).flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
}
