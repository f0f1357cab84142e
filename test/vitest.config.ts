import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const all = globSync('test/**/*.test.{ts,tsx}', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('test/e2e/'))
  .sort();

/** What a test may do to the modules that it shares with others, or to the world that they see when they load. */
const CHANGES_MODULES = /@vitest-environment|\bvi\.(?:mock|doMock|resetModules|stubGlobal|stubEnv)\(/;
const alone = all.filter((path) =>
  CHANGES_MODULES.test(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')),
);

const usual = {
  environment: 'node',
  // A test that starts the command line takes seconds where the machine has other work.
  testTimeout: 30_000,
  setupFiles: ['test/support/patience.ts'],
};

/**
 * Everything runs in plain Node; a test of an island starts with `// @vitest-environment happy-dom`. The core keeps
 * nothing between calls, so its tests share their modules: to load these and the content anew for every file took
 * longer than all those tests. A file that replaces modules or brings a DOM has its own.
 */
export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          ...usual,
          name: 'shared',
          isolate: false,
          include: all.filter((path) => !alone.includes(path)),
        },
      },
      { root, test: { ...usual, name: 'alone', include: alone } },
    ],
  },
});
