import { describe, expect, it } from 'vitest';
import { testsOf, withinBudget } from './changed.mjs';

const files = new Map([
  ['src/model/run.ts', ''],
  ['src/engine/rule.ts', "import { run } from '#model/run.ts';"],
  ['src/engine/lazy.ts', "const load = () => import('./rule.ts');"],
  ['test/model/run.test.ts', "import '../../src/model/run.ts';"],
  ['test/engine/rule.test.ts', "import { rule } from '#engine/rule.ts';"],
  ['test/engine/lazy.test.ts', "import { load } from '#engine/lazy.ts';"],
  ['test/content/facts.test.ts', ''],
  ['test/documents.test.ts', ''],
  ['test/e2e/page.spec.ts', "import { run } from '#model/run.ts';"],
]);

describe('the tests of what changed', () => {
  it('are those that import it, the nearest first', () => {
    expect(testsOf(['src/model/run.ts'], files)).toEqual([
      'test/model/run.test.ts',
      'test/engine/rule.test.ts',
      'test/engine/lazy.test.ts',
    ]);
  });

  it('are a changed test itself, and nothing where a test is gone', () => {
    expect(testsOf(['test/content/facts.test.ts', 'test/engine/gone.test.ts'], files)).toEqual([
      'test/content/facts.test.ts',
    ]);
  });

  it.each([
    ['content/facts/runs.yaml', ['test/content/facts.test.ts']],
    ['src/engine/look.css', ['test/engine/rule.test.ts', 'test/engine/lazy.test.ts']],
    ['README.md', ['test/documents.test.ts']],
  ])('are those of the folder for %s, which no code imports', (path, tests) => {
    expect(testsOf([path], files)).toEqual(tests);
  });

  it('end where their time does, and a long one leaves room for those after it', () => {
    const times = { 'a.test.ts': 5, 'b.test.ts': 60, 'c.test.ts': 4 };
    expect(withinBudget(['a.test.ts', 'b.test.ts', 'c.test.ts', 'new.test.ts'], times, 10)).toEqual([
      'a.test.ts',
      'c.test.ts',
    ]);
  });
});
