import { defineConfig } from 'vitest/config';

/** For mutation tests: only what judges the engine, so that each mutant is quick. */
export default defineConfig({
  test: {
    include: ['test/engine/**/*.test.ts', 'test/model/edits/**/*.test.ts', 'test/golden/**/*.test.ts'],
    // These play every level many times over: what they hold, quicker tests hold for one level.
    exclude: ['test/engine/hints.test.ts', 'test/engine/debrief.test.ts'],
    environment: 'node',
    // The engine keeps nothing between tests, so a worker may keep its modules.
    isolate: false,
  },
});
