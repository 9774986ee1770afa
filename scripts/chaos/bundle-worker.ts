import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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
} as const;
export type Plant = keyof typeof plants;

/** The worker and all of the app that it uses in one file: hundreds of files would be read again at every start. */
export async function bundleWorker(outDir: string, plant: Plant | null): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    plugins: plant ? [planting(plant)] : [],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: resolve('scripts/chaos/worker.ts'),
      target: 'node20',
      // Read at every start: the less, the more often one can die.
      minify: true,
      outDir,
      emptyOutDir: true,
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
