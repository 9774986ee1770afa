import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { inFewFiles } from './scripts/bundle/in-few-files.ts';
import { wordsInParts } from './scripts/bundle/words-in-parts.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild = false }) => ({
  // The plugin wants a whole app around it, which Vitest isn't.
  plugins: process.env['VITEST']
    ? []
    : [
        wordsInParts(),
        remix({
          future: {
            v3_fetcherPersist: true,
            v3_lazyRouteDiscovery: true,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
      ],
  build: {
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: inFewFiles() } },
    // Prisma's client awaits at the top level.
    target: 'es2022',
    // Small files as files: the page's policy need not allow data URLs.
    assetsInlineLimit: 0,
  },
}));
