import { readdirSync, readFileSync } from 'node:fs';
import { stepsFrom } from '#engine/levels/solver.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { type Level, parseLevel } from '#model/level/level.ts';
import { readText } from '#model/parse/text.ts';

const folder = new URL('../../content/levels/', import.meta.url);

/** Every level, in its order; throws where one cannot be read. */
export const LEVELS: readonly Level[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => {
    const data = readText(readFileSync(new URL(name, folder), 'utf8'), 'yaml or json');
    const level = parseLevel(data.ok ? data.value : null);
    if (!level.ok) throw new Error(`${name}: ${level.problems.map((p) => p.message).join('; ')}`);
    return level.value;
  });

/** The rows of a test that is made for each of them. */
export const everyLevel = LEVELS.map((level) => [level.id, level] as const);

export const startOf = (level: Level): Scenario => ({ layout: level.layout, actions: [] });

/** A board that a learner may leave behind: whatever can be done, done in some order. */
export function wander(level: Level, picks: readonly number[]): Scenario {
  let own = startOf(level);
  for (const pick of picks) {
    const steps = stepsFrom(level, own);
    own = steps[pick % Math.max(1, steps.length)]?.to ?? own;
  }
  return own;
}
