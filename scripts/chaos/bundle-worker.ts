import { readFileSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';

/** Bugs that are planted on purpose, to see that the chaos finds them: a text of the app's source, and what stands there instead. */
export const plants = {
  /** A new key at every try: Shopify takes each for another refund. */
  'new-key': {
    file: 'app/pipeline/send-refund.server.ts',
    from: 'createRefund(caller, request.input, attempt.idempotencyKey)',
    to: 'createRefund(caller, request.input, crypto.randomUUID())',
  },
  /** That it was sent is written down after the call, not before. */
  'record-after': {
    file: 'app/pipeline/send-refund.server.ts',
    from: 'const firstSentAt = await writeSending(line, attempt);',
    to: `const firstSentAt = line.now();
  if (request.path === 'refund' && request.prepare.length === 0) {
    await createRefund({ admin: line.admin, shop: attempt.shop }, request.input, attempt.idempotencyKey);
  }
  await writeSending(line, attempt);`,
  },
  /** What is under way elsewhere is not counted. */
  'pending-ignored': {
    file: 'app/domain/remedy/refundable.ts',
    from: 'subtract(subtract(received, refunded), refundPending)',
    to: 'subtract(received, refunded)',
  },
} as const;
export type Plant = keyof typeof plants;

/** The worker and all of the app that it uses in one file, and its tables beside it: hundreds of files would be read again at every start. */
export async function bundleWorker(outDir: string, plant: Plant | null): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [tablesBeside(outDir), allAscii, ...(plant ? [planting(plant)] : [])],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: resolve('scripts/chaos/worker.ts'),
      target: 'node20',
      // Read at every start: the less, the more often one can die.
      minify: true,
      outDir,
      // The tables are in it already.
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'worker.mjs', inlineDynamicImports: true } },
    },
  });
  return resolve(outDir, 'worker.mjs');
}

function planting(plant: Plant): Plugin {
  const { file, from, to } = plants[plant];
  const path = resolve(file);
  if (!readFileSync(path, 'utf8').includes(from)) {
    throw new Error(`${file} has no ${from}: the bug cannot be planted`);
  }
  return {
    name: 'plant',
    enforce: 'pre',
    transform: (code, id) => (id === path ? code.replace(from, () => to) : null),
  };
}

/** Modules that are nothing but a table, and large. */
const table = /\.json$|ngrams\/small\.js$|date-holidays\/src\/data\.js$|wasm-base64\.mjs$/;
const largeBytes = 60_000;

/** What is data is read as data, which is many times faster than to compile it as a program. */
function tablesBeside(outDir: string): Plugin {
  let written = 0;
  return {
    name: 'tables-beside',
    async transform(_, id) {
      if (!table.test(id) || (await stat(id)).size < largeBytes) return null;
      const exported: Record<string, unknown> = id.endsWith('.json')
        ? { default: JSON.parse(readFileSync(id, 'utf8')) as unknown }
        : { ...((await import(pathToFileURL(id).href)) as object) };
      const file = resolve(outDir, `${(written += 1)}-${basename(id, '.json')}.json`);
      await mkdir(outDir, { recursive: true });
      await writeFile(file, JSON.stringify(exported));
      const names = Object.keys(exported).map((name) =>
        name === 'default' ? 'export default table.default;' : `export const { ${name} } = table;`,
      );
      return `import { readFileSync } from 'node:fs';
const table = JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'));
${names.join('\n')}`;
    },
  };
}

/** One character outside ASCII makes every character of a program two bytes. Only texts and patterns have them, where an escape means the same. */
const allAscii: Plugin = {
  name: 'all-ascii',
  renderChunk: {
    order: 'post',
    handler: (code) =>
      code.replace(
        /[\u0080-\uffff]/g,
        (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  },
};
