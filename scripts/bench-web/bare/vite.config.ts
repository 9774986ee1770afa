import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

/** As in Shopify's template, and built by the same Vite as the app. */
export default defineConfig({
  plugins: [
    remix({
      appDirectory: 'scripts/bench-web/bare/app',
      buildDirectory: '.cache/bench-web/bare',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { target: 'es2022', assetsInlineLimit: 0 },
});
