import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  // The plugin wants a whole app around it, which Vitest isn't.
  plugins: process.env['VITEST']
    ? []
    : [
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
    // Prisma's client awaits at the top level.
    target: 'es2022',
    // Small files as files: the page's policy need not allow data URLs.
    assetsInlineLimit: 0,
  },
});
