import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Everything runs in plain Node; a test of an island starts with `// @vitest-environment happy-dom`. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**', 'dist/**'],
    environment: 'node',
    // A test that starts the command line takes seconds where the machine has other work.
    testTimeout: 30_000,
    setupFiles: ['test/patience.ts'],
  },
});
