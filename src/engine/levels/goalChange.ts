import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { gradeLayout } from './grade.ts';

/** The texts of the goals, over all probes, that one board meets and another does not. */
export function goalChange(
  level: Level,
  before: Scenario,
  after: Scenario,
): { gained: string[]; lost: string[] } {
  const met = ({ layout, actions }: Scenario): Set<string> =>
    new Set(gradeLayout(level, layout, actions).checks.flatMap(({ id, passed }) => (passed ? [id] : [])));
  const [was, now] = [met(before), met(after)];
  const texts = (ids: (id: string) => boolean) =>
    level.goals.filter(({ id }) => ids(id)).map(({ text }) => text);
  return {
    gained: texts((id) => now.has(id) && !was.has(id)),
    lost: texts((id) => was.has(id) && !now.has(id)),
  };
}
