/**
 * Who may import whom (docs/architecture.md). `npm run check` fails on every rule here, and
 * tests/unit/project/layers.test.ts proves that each of them fires.
 */

const doors = String.raw`^app/[^/]+\.server\.ts$`;
const shell = String.raw`^app/(root\.tsx|routes\.ts|entry\.(server|client)\.tsx)$`;
const serverFile = String.raw`\.server\.tsx?$`;
const room = (name) => `^app/${name}/`;

/** For each room, what else of app/ and generated/ it may import besides itself. */
const rooms = {
  domain: [],
  locales: [],
  stories: [room('domain'), String.raw`^app/shopify/[^/]+-from-rest\.ts$`],
  ui: [room('domain'), room('locales')],
  db: [room('domain'), '^generated/prisma/'],
  shopify: [room('domain'), '^generated/graphql/'],
  'second-reader': [room('domain')],
  carriers: [room('domain')],
  notify: [room('domain'), room('locales')],
  'photo-store': [room('domain')],
  pipeline: [
    room('db'),
    room('shopify'),
    room('second-reader'),
    room('carriers'),
    room('notify'),
    room('photo-store'),
    room('domain'),
  ],
  routes: [room('pipeline'), room('ui'), room('db'), room('domain'), doors],
};

/** The packages that the pure rooms may use: pure themselves. */
const purePackages = {
  // Calendars, time zones, languages, mails: tables and arithmetic, no clock is asked.
  domain: [
    'date-holidays',
    'chinese-days',
    'temporal-polyfill',
    'eld',
    'opencc-js',
    'email-reply-parser',
  ],
  locales: [],
};

/** Packages that do IO: only a file named `.server.ts` loads them. */
const packagesWithIo = [
  'pg',
  'pg-boss',
  'pino',
  '@prisma/[^/]+',
  'sirv',
  '@remix-run/node',
  'pdfkit',
  'nodemailer',
  'sharp',
  'unstorage',
];

const packagePath = (names) => `node_modules/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([name, others]) => ({
      name: `room-${name}`,
      comment: `app/${name} imports from app and generated only: ${[room(name), ...others].join(' ')}`,
      severity: 'error',
      from: { path: room(name) },
      to: { path: '^(app|generated)/', pathNot: [room(name), ...others] },
    })),
    {
      name: 'doors-open-downwards',
      comment: 'a door stands beside the rooms: it imports anything but routes, ui and the shell',
      severity: 'error',
      from: { path: doors },
      to: { path: [room('routes'), room('ui'), shell] },
    },
    {
      name: 'routes-are-leaves',
      comment: 'nothing imports a route: Remix loads them',
      severity: 'error',
      from: { pathNot: [room('routes')] },
      to: { path: room('routes') },
    },
    ...Object.entries(purePackages).map(([name, packages]) => ({
      name: `packages-of-${name}`,
      comment: `app/${name} is pure: a package only if the table in .dependency-cruiser.cjs names it`,
      severity: 'error',
      from: { path: room(name) },
      to: {
        path: 'node_modules/',
        ...(packages.length > 0 && { pathNot: packagePath(packages) }),
      },
    })),
    {
      name: 'io-in-server-files',
      comment: 'a file that does IO is named .server.ts',
      severity: 'error',
      from: { path: '^app/', pathNot: [serverFile, shell, room('routes')] },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'io-packages-in-server-files',
      comment: 'a file that uses a package which does IO is named .server.ts',
      severity: 'error',
      from: { path: '^app/', pathNot: [serverFile, shell, room('routes')] },
      to: { path: packagePath(packagesWithIo), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'server-files-from-server-files',
      comment: 'what imports a .server.ts file does IO itself; only types may be taken from one',
      severity: 'error',
      from: { path: '^app/', pathNot: [serverFile, shell, room('routes')] },
      to: { path: serverFile, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'app-stands-alone',
      comment: 'the app knows nothing of its tests and scripts',
      severity: 'error',
      from: { path: ['^app/', String.raw`^server\.ts$`] },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'extensions-take-types',
      comment:
        'an extension is sent to the admin as one small file: of the app it takes types alone, and of scripts and tests nothing',
      severity: 'error',
      from: { path: '^extensions/' },
      to: { path: '^(app|generated|scripts|tests)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-extensions-in-app',
      comment: 'the app knows its extensions by what they ask',
      severity: 'error',
      from: { path: ['^app/', String.raw`^server\.ts$`] },
      to: { path: '^extensions/' },
    },
    {
      name: 'no-cycles',
      comment: 'no cycles, imports of types counted',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a file that imports nothing and that nothing imports is dead',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          String.raw`\.d\.ts$`,
          String.raw`^[^/]+\.config\.(ts|js)$`,
          String.raw`\.test\.ts$`,
        ],
      },
      to: {},
    },
    {
      name: 'no-dev-dependency-in-app',
      comment: 'what the app needs in production is under "dependencies"',
      severity: 'error',
      // Remix reads routes.ts when it builds.
      from: { path: '^app/', pathNot: [String.raw`^app/routes\.ts$`] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'listed-packages-only',
      comment: 'a package that is imported is named in package.json',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'an import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', String.raw`\?url$`, '(^|/)build/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^generated/', '^build/', '^extensions/[^/]+/dist/'] },
    exclude: { path: '^extensions/[^/]+/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
