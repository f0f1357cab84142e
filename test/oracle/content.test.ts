import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { applyEdits } from '#model/edits/index.ts';
import { merge } from '#engine/levels/grade.ts';
import { parseLevel } from '#model/level/level.ts';
import { readText } from '#model/parse/text.ts';
import { goldenNames, readGolden } from '../golden/readGolden.ts';
import { compare } from './compare.ts';

const folder = new URL('../../content/levels/', import.meta.url);

describe('the second model agrees with the engine', () => {
  it.each(goldenNames())('about the golden trace %s', (name) => {
    compare(readGolden(name).scenario);
  });

  it.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))(
    'AC 59: about the level %s',
    (file) => {
      const text = readText(readFileSync(new URL(file, folder), 'utf8'), 'yaml or json');
      const level = text.ok ? parseLevel(text.value) : text;
      if (!level.ok) throw new Error(JSON.stringify(level.problems));
      const { layout, probes, solution, mistakes } = level.value;
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
