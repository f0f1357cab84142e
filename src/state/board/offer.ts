import { actionOf, applyEdit, isEdit, targetOfEdit } from '#model/edits/index.ts';
import type { OfferedChange } from '#engine/levels/palette.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { Level } from '#model/level/level.ts';
import { type EditOptions, editOptions } from '../level/editOptions.ts';
import { simulationOf, snapshotOf } from './board.ts';
import type { SandboxState } from './boardState.ts';
import type { Command } from './command.ts';
import type { Refusal } from './refusal.ts';
import { isStructure } from './structure/structure.ts';

/**
 * How a change can be made in a level.
 * @param next the set-up with the change in it, where it's an edit
 */
export function optionsIn(
  level: Level,
  state: SandboxState,
  change: OfferedChange,
  next: Layout,
): EditOptions {
  const { scenario, simulatedScenario } = state;
  // What is asked of an action here is what it's about and not its value, so the target may be as it is now.
  const target = isEdit(change) ? targetOfEdit(change) : undefined;
  const now = target === undefined ? undefined : snapshotOf(state).workspaces.get(target);
  const action = isEdit(change) ? actionOf(change, now) : change;
  return editOptions(
    level,
    scenario,
    change,
    next,
    action,
    (run) => simulationOf(simulatedScenario).result.runs.find((other) => other.id === run)?.workspace ?? null,
  );
}

/** Whether a change can be made in a level in any way; then the engine may still refuse it. */
export const isOffered = ({ start, now, takesBack }: EditOptions): boolean =>
  start || now || takesBack !== null;

/** Why a level does not offer a command; null where it does, and on the free board. */
export function notOffered(
  { level, state }: { level: Level | null; state: SandboxState },
  command: Command,
): Refusal | null {
  if (level === null) return null;
  if (isStructure(command)) return { code: 'not_offered' };
  const { layout } = state.scenario;
  const next = isEdit(command) ? applyEdit(layout, command) : layout;
  return isOffered(optionsIn(level, state, command, next)) ? null : { code: 'not_offered' };
}
