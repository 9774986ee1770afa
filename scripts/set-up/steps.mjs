import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode } from './packages.mjs';
import { say, SetUpFailure } from './say.mjs';
import { hashOf } from './stamp.mjs';

/** What is made here of the sources, from what, and by which command. */
const types = [
  {
    what: 'the Prisma client',
    from: 'prisma/schema.prisma',
    made: 'generated/prisma/client.ts',
    stamp: 'generated/prisma.stamp',
    command: ['node_modules/prisma/build/index.js', 'generate'],
    inputs: () =>
      hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']),
  },
  {
    what: 'the types of the Admin operations',
    from: 'the operations in app/shopify and the schema in schema/',
    made: 'generated/graphql/admin.generated.d.ts',
    stamp: 'generated/graphql.stamp',
    command: ['scripts/generate-graphql-types.ts'],
    inputs: () =>
      hashOf(
        [
          'app/shopify/api-version.ts',
          'scripts/generate-graphql-types.ts',
          'node_modules/@shopify/api-codegen-preset/package.json',
          ...readdirSync('schema')
            .filter((file) => file.endsWith('.gz'))
            .map((file) => `schema/${file}`),
        ],
        operations(),
      ),
  },
];

/** The stamp lies in a folder that the build empties, so that it can't outlive what it vouches for. */
const app = {
  what: 'the app',
  from: 'app/, scripts/bundle/ and vite.config.ts',
  made: 'build/server/index.js',
  stamp: 'build/server/.stamp',
  command: ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'],
  env: { NODE_ENV: 'production' },
  inputs: () =>
    hashOf([
      ...['vite.config.ts', 'tsconfig.json', 'package-lock.json', 'prisma/schema.prisma'],
      ...filesIn('app'),
      ...filesIn('scripts/bundle'),
      ...(existsSync('public') ? filesIn('public') : []),
    ]),
};

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** The text of every operation, so that other edits in app/shopify make nothing stale. */
function operations() {
  return readdirSync('app/shopify')
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .flatMap((file) => {
      const found = readFileSync(`app/shopify/${file}`, 'utf8').match(/`#graphql[^`]*`/g);
      return (found ?? []).map((operation) => `${file}\0${operation}`);
    });
}

function isFresh({ made, stamp, inputs }) {
  return existsSync(made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs();
}

/** The steps that a script needs: the types always, the built app when it asks for it. */
export function stepsFor({ built }) {
  return built ? [...types, app] : types;
}

export function areMade(steps) {
  return steps.every(isFresh);
}

export function make(steps) {
  for (const step of steps) {
    if (isFresh(step)) continue;
    say(`making ${step.what} from ${step.from}`);
    const inputs = step.inputs();
    rmSync(step.stamp, { force: true });
    const { status, stdout, stderr, error } = spawnSync(pinnedNode, step.command, {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      // Prisma would ask its maker's server for news.
      env: {
        ...process.env,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        ...step.env,
      },
    });
    if (error ?? status !== 0) {
      process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
      throw new SetUpFailure(`${step.what} could not be made, see above: look at ${step.from}`);
    }
    writeFileSync(step.stamp, inputs);
  }
}
