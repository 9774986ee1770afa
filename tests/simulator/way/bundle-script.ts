import { fileURLToPath } from 'node:url';

/** One classic script from a TypeScript entry and what it imports. */
export async function bundleScript(entry: URL): Promise<string> {
  // Loaded when a browser comes: most of what uses the simulator has none.
  const { build } = await import('vite');
  const built = await build({
    configFile: false,
    envFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rollupOptions: {
        input: fileURLToPath(entry),
        output: { format: 'iife' },
      },
    },
  });
  if (!('output' in built)) throw new Error(`${entry.pathname} was not built to one script`);
  return built.output[0].code;
}
