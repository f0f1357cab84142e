import { describe, it } from 'vitest';
import { applyEdits } from '#model/edits/index.ts';
import { merge } from '#engine/levels/grade.ts';
import { goldenNames, readGolden } from '../golden/readGolden.ts';
import { compare } from './compare.ts';
import { LEVELS } from '../support/levels.ts';

describe('the second model agrees with the engine', () => {
  it.each(goldenNames())('about the golden trace %s', (name) => {
    compare(readGolden(name).scenario);
  });

  it.each(LEVELS.map((level) => [level.id, level] as const))(
    'AC 59: about the level %s',
    (_id, { layout, probes, solution, mistakes }) => {
      for (const attempt of [{ edits: [], actions: [] }, solution, ...mistakes]) {
        for (const probe of probes) {
          compare({
            layout: applyEdits(applyEdits(layout, attempt.edits), probe.faults),
            actions: merge(probe.script, attempt.actions),
          });
        }
      }
    },
  );
});
