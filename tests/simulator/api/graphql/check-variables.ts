import {
  coerceInputValue,
  GraphQLID,
  GraphQLNonNull,
  isInputType,
  print,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

interface Problem {
  readonly path: readonly (string | number)[];
  readonly explanation: string;
}

/** Shopify's INVALID_VARIABLE errors, one for each variable with problems; none when all is well. */
export function variableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): readonly object[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (!type || !isInputType(type)) return [];
    const name = definition.variable.name.value;
    const value = variables[name];
    if (value === undefined && definition.defaultValue) return [];
    const tooLong = oversized(value);
    if (tooLong !== null) return [tooManyValues(tooLong)];
    const problems = problemsOf(type, value);
    if (problems.length === 0) return [];
    const said = problems.map(({ path, explanation }) =>
      path.length === 0 ? explanation : `${path.join('.')} (${explanation})`,
    );
    const start = definition.loc?.startToken;
    return [
      {
        message:
          `Variable $${name} of type ${print(definition.type)} was provided invalid value` +
          (problems.every(({ path }) => path.length === 0) ? '' : ` for ${said.join(', ')}`),
        locations: start ? [{ line: start.line, column: start.column }] : [],
        extensions: { code: 'INVALID_VARIABLE', value: value ?? null, problems },
      },
    ];
  });
}

const mostValues = 250;

/** The length of the first list in the value that is longer than Shopify takes; null when none is. */
function oversized(value: unknown): number | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value) && value.length > mostValues) return value.length;
  return Object.values(value).reduce<number | null>(
    (found, each) => found ?? oversized(each),
    null,
  );
}

function tooManyValues(size: number): object {
  return {
    message: `The input array size of ${size} is greater than the maximum allowed of ${mostValues}.`,
    extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
  };
}

function problemsOf(type: GraphQLInputType, value: unknown): readonly Problem[] {
  if (value === undefined || value === null) {
    return type instanceof GraphQLNonNull
      ? [{ path: [], explanation: 'Expected value to not be null' }]
      : [];
  }
  const problems: Problem[] = [];
  coerceInputValue(value, type, (path, invalid, error) => {
    problems.push(explain(path, invalid, error.message));
  });
  return [...problems, ...badGlobalIds(type, value)];
}

function explain(path: readonly (string | number)[], invalid: unknown, message: string): Problem {
  const extra = /^Field "(\w+)" is not defined by type "(\w+)"/.exec(message);
  if (extra) {
    const [, field = '', typeName] = extra;
    return { path: [...path, field], explanation: `Field is not defined on ${typeName}` };
  }
  const missing = /^Field "(\w+)" of required type/.exec(message);
  if (missing)
    return { path: [...path, missing[1] ?? ''], explanation: 'Expected value to not be null' };
  if (message.startsWith('Expected non-nullable type'))
    return { path, explanation: 'Expected value to not be null' };
  const enumeration = /^Value "(.*)" does not exist in "(\w+)" enum/.exec(message);
  if (enumeration)
    return { path, explanation: `Expected "${enumeration[1]}" to be a value of ${enumeration[2]}` };
  const scalar = /^Expected type "(\w+)"/.exec(message);
  if (scalar)
    return {
      path,
      explanation: `Could not coerce value ${JSON.stringify(invalid)} to ${scalar[1]}`,
    };
  return { path, explanation: message };
}

/** Every ID that the Admin API takes is a global id. */
function badGlobalIds(type: GraphQLInputType, value: unknown): readonly Problem[] {
  const bare = type instanceof GraphQLNonNull ? type.ofType : type;
  if (bare !== GraphQLID || /^gid:\/\/shopify\/\w+\/[^/]+$/.test(String(value))) return [];
  return [{ path: [], explanation: `Invalid global id '${String(value)}'` }];
}
