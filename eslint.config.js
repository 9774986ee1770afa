import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { basename } from 'node:path';
import tseslint from 'typescript-eslint';

/** Files whose default export Remix or a tool asks for. */
const defaultExportsAsked = [
  'app/root.tsx',
  'app/entry.*.tsx',
  'app/routes.ts',
  'app/routes/**',
  '*.config.{ts,js}',
  'extensions/*/src/*.tsx',
  'scripts/bench-web/bare/vite.config.ts',
  'scripts/bench-web/bare/app/*.tsx',
  'scripts/bench-web/bare/app/routes/*.tsx',
];

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export it by its name: a default only where Remix or a config file asks for one.',
};
const noEnvironment = {
  selector: 'MemberExpression[object.name="process"][property.name="env"]',
  message: 'app/env.server.ts is the only reader of the environment.',
};
const noBarrel = {
  selector: 'ExportAllDeclaration',
  message: 'Import from the file that has it: no barrels.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Write a union of names.' };
const noClassButErrors = {
  selector: 'ClassDeclaration:not([superClass]), ClassExpression:not([superClass])',
  message: 'Functions and plain data: a class only for an error.',
};
const everywhere = [noBarrel, noEnum, noClassButErrors];

const ambient = [
  'Date',
  'process',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
];
const alsoAmbient = ['queueMicrotask', 'performance', 'crypto', 'globalThis', 'localStorage'];

/** `_index.tsx`, `app.suggestions.$id.tsx`, `late-arrival.test.ts` are fine; `lateArrival.ts` is not. */
const kebabCase = /^[._$]?[a-z0-9]+(?:[-._$]+[a-z0-9]+)*(?:\.d)?\.(?:ts|tsx|js|mjs|cjs)$/;

const house = {
  rules: {
    'file-name': {
      create: (context) => ({
        Program(node) {
          const name = basename(context.filename);
          if (kebabCase.test(name)) return;
          context.report({ node, message: `Name it in kebab-case: ${name}` });
        },
      }),
    },
  },
};

export default tseslint.config(
  {
    ignores: [
      'generated/',
      'build/',
      'node_modules/',
      '.cache/',
      '.data/',
      'extensions/*/dist/',
      'extensions/*/shopify.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    plugins: { house },
    rules: {
      'house/file-name': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...everywhere, noDefaultExport],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNever: true },
      ],
      // It would ask for the `!` that another rule forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Shopify's and graphql-js' enums are compared with their names, as everything else here.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // A route throws a Response, as Remix asks.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'lib', name: 'Response' }] },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // tsconfig's noPropertyAccessFromIndexSignature asks for brackets where this would ask for dots.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ['app/**'],
    ignores: ['app/env.server.ts', ...defaultExportsAsked],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, noDefaultExport, noEnvironment] },
  },
  {
    files: defaultExportsAsked,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, noEnvironment] },
  },
  {
    files: ['*.config.{ts,js}', 'env.d.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['app/domain/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[...ambient, ...alsoAmbient].map((name) => ({
          name,
          message: 'The domain is pure: it is told the time and does no IO.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'The domain is pure: the same facts, the same judgement.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', '*.server.ts'], message: 'The domain is pure.' }] },
      ],
    },
  },
  {
    files: ['app/domain/time.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': [
        'error',
        ...[...everywhere, noDefaultExport, noEnvironment],
        {
          selector:
            'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"], ' +
            'MemberExpression[object.name="Date"][property.name="now"]',
          message: 'The domain reads texts of instants with Date, but is told what time it is.',
        },
      ],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'extensions/**/*.{ts,tsx}', 'tests/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat.recommended],
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        module: 'writable',
        require: 'readonly',
        console: 'readonly',
      },
    },
  },
);
