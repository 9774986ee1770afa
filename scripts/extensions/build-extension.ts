import { resolve } from 'node:path';
import { build } from 'vite';

/**
 * One module of an extension as one file, the way Shopify's own build makes it: everything in it, in one script without imports,
 * minified, with Preact's JSX.
 */
export async function buildExtension(module: string, appUrl?: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: {
      'process.env.NODE_ENV': '"production"',
      // As Shopify's build writes it in.
      ...(appUrl === undefined ? {} : { 'process.env.APP_URL': JSON.stringify(appUrl) }),
    },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      write: false,
      target: 'es2022',
      minify: 'esbuild',
      reportCompressedSize: false,
      lib: { entry: resolve(module), formats: ['es'] },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []));
  const [file, ...others] = chunks;
  if (file?.type !== 'chunk' || others.length > 0) {
    throw new Error(`${module} became ${chunks.length} files, where one was wanted`);
  }
  return file.code;
}
