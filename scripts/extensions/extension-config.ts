import { z } from 'zod';

/*
 * What the configuration of an extension may say. Shopify's own build leaves keys out that it does not know, and takes a Flow
 * field that Flow then refuses: here both are errors.
 */

/** Of every extension with an interface; older ones than 2026-01 can't be deployed any more. */
const extensionApiVersion = '2026-07';

const words = z.string().trim().min(1);
const handle = z.string().regex(/^[a-z0-9-]{1,30}$/, 'letters, digits and hyphens, 30 at most');
/** Words of the extension's own locale files. */
const translated = z.string().regex(/^t:[a-z.]+$/i, 'words live in the locale files: write t:key');
const path = z.string().regex(/^\/[a-z0-9/-]+$/, 'a path of the app');
const module = z.string().regex(/^\.\/src\/[a-z0-9-]+\.tsx$/, 'a file in src, in kebab-case');

const targeting = z.strictObject({ module, target: z.string().regex(/^[a-z-]+(\.[a-z-]+)+$/) });

const interfaceExtension = z.strictObject({
  api_version: z.literal(extensionApiVersion),
  extensions: z.tuple([
    z.strictObject({
      name: translated,
      description: translated.optional(),
      handle,
      uid: z.string().optional(),
      type: z.literal('ui_extension'),
      targeting: z.array(targeting).min(1),
      capabilities: z
        .strictObject({
          api_access: z.boolean().optional(),
          network_access: z.boolean().optional(),
        })
        .optional(),
    }),
  ]),
});

const triggerReferences = [
  'customer_reference',
  'order_reference',
  'product_reference',
  'company_reference',
  'company_contact_reference',
] as const;
const actionReferences = ['customer_reference', 'order_reference', 'product_reference'] as const;
const triggerTypes = [
  'boolean',
  'email',
  'single_line_text_field',
  'url',
  'number_decimal',
] as const;
const actionTypes = [...triggerTypes, 'multi_line_text_field', 'number_integer'] as const;

const triggerField = z.union([
  z.strictObject({ type: z.enum(triggerReferences), description: words.optional() }),
  z.strictObject({
    type: z.enum(triggerTypes),
    key: z.string().regex(/^[A-Za-z]+( [A-Za-z]+)*$/, 'letters, with single spaces between'),
    description: words,
  }),
]);

const actionField = z.union([
  z.strictObject({
    type: z.enum(actionReferences),
    required: z.boolean(),
    description: words.optional(),
  }),
  z.strictObject({
    type: z.enum(actionTypes),
    key: z.string().regex(/^[a-z]+(_[a-z]+)*$/, 'small letters and underscores'),
    name: words,
    description: words,
    required: z.boolean(),
  }),
]);

/** A field of a trigger. */
export type FlowField = z.output<typeof triggerField>;

const flow = { name: words, description: words, handle, uid: z.string().optional() };

const flowTrigger = z.strictObject({
  extensions: z.tuple([z.strictObject({ ...flow, type: z.literal('flow_trigger') })]),
  settings: z.strictObject({ fields: z.array(triggerField).min(1) }),
});

const flowAction = z.strictObject({
  extensions: z.tuple([
    z.strictObject({ ...flow, type: z.literal('flow_action'), runtime_url: path }),
  ]),
  settings: z.strictObject({ fields: z.array(actionField).min(1) }),
});

const shapes = {
  ui_extension: interfaceExtension,
  flow_trigger: flowTrigger,
  flow_action: flowAction,
} as const;

export type ExtensionType = keyof typeof shapes;

export type ReadConfig =
  | { readonly outcome: 'ui'; readonly config: z.output<typeof interfaceExtension> }
  | { readonly outcome: 'trigger'; readonly config: z.output<typeof flowTrigger> }
  | { readonly outcome: 'action'; readonly config: z.output<typeof flowAction> }
  | { readonly outcome: 'wrong'; readonly problems: readonly string[] };

/** The configuration in its shape, or all that is wrong with it. */
export function readConfig(config: unknown): ReadConfig {
  switch (typeOf(config)) {
    case 'ui_extension':
      return as('ui', interfaceExtension.safeParse(config));
    case 'flow_trigger':
      return as('trigger', flowTrigger.safeParse(config));
    case 'flow_action':
      return as('action', flowAction.safeParse(config));
    case null:
      return {
        outcome: 'wrong',
        problems: [`a type other than ${Object.keys(shapes).join(', ')}`],
      };
  }
}

function typeOf(config: unknown): ExtensionType | null {
  const typed = z.looseObject({
    extensions: z.tuple([
      z.looseObject({ type: z.enum(['ui_extension', 'flow_trigger', 'flow_action']) }),
    ]),
  });
  const read = typed.safeParse(config);
  return read.success ? read.data.extensions[0].type : null;
}

function as<Outcome extends string, Config>(outcome: Outcome, read: z.ZodSafeParseResult<Config>) {
  return read.success
    ? { outcome, config: read.data }
    : {
        outcome: 'wrong' as const,
        problems: read.error.issues.flatMap(problemsOf),
      };
}

/** One line for each; those of the alternative that fits best, where there are several. */
function problemsOf(issue: z.core.$ZodIssue): readonly string[] {
  const at = issue.path.join('.');
  if (issue.code !== 'invalid_union') return [`${at}: ${issue.message}`];
  return issue.errors.flatMap((issues) =>
    issues.map(({ path, message }) => `${[at, ...path].join('.')}: ${message}`),
  );
}
