import { defineConfig } from 'vitest/config';

const failOnConsoleError = ['tests/support/fail-on-console-error.ts'];

/**
 * The projects run one after the other: unit, integration, e2e. As many workers as two cores bear: what integration
 * tests do most is to wait. The timeouts are those of a machine ten times slower: they end what hangs, and measure nothing.
 */
export default defineConfig({
  test: {
    // `npm run coverage`: every branch of the judgement is taken by a test of its own.
    coverage: {
      provider: 'v8',
      include: ['app/domain/**/*.ts'],
      reporter: ['text-summary', ['text', { skipFull: true }]],
      thresholds: { branches: 100 },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          setupFiles: failOnConsoleError,
          maxWorkers: 2,
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          setupFiles: failOnConsoleError,
          maxWorkers: 6,
          testTimeout: 240_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
          // It is published as modules that only a bundler understands.
          server: { deps: { inline: ['@shopify/ui-extensions-tester'] } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          maxWorkers: 2,
          testTimeout: 400_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
