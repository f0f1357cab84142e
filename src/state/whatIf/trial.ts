import { applyEdit, isDatable } from '#model/edits/index.ts';
import type { Result } from '#model/parse/problem.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { sameScenario } from '../board/branches.ts';
import type { Sandbox, When } from '../board/boardStore.ts';
import { type Command, isRunCommand } from '../board/command.ts';
import { isOffered, optionsIn } from '../board/offer.ts';
import { plan } from '../board/plan.ts';
import type { Refusal } from '../board/refusal.ts';
import { stage } from '../board/simulatedScenario.ts';
import { isStructure } from '../board/structure/structure.ts';

/** Whether a change can be made from the start, and whether from the moment that is shown. */
export function trialWhen(sandbox: Sandbox, command: Command): readonly When[] {
  const { level } = sandbox;
  if (isRunCommand(command)) return sandbox.notOffered(command) === null ? ['now'] : [];
  if (isStructure(command)) return sandbox.notOffered(command) === null ? ['start'] : [];
  const state = sandbox.store.getState();
  const { layout, actions } = state.scenario;
  if (level === null) return actions.length > 0 && isDatable(command) ? ['start', 'now'] : ['start'];
  const options = optionsIn(level, state, command, applyEdit(layout, command));
  if (!isOffered(options)) return [];
  return [...(options.start ? (['start'] as const) : []), ...(options.now ? (['now'] as const) : [])];
}

/** What the board would be after a command. It's only planned, so trying is just like doing and leaves no trace. */
export function tryOut(
  sandbox: Sandbox,
  command: Command,
  when: When,
): Result<{ scenario: Scenario; simulatedScenario: Scenario }, { refusal: Refusal }> {
  const found = plan(sandbox.board({ when }), command);
  if (!found.ok) return found;
  const { scenario: before, probe } = sandbox.store.getState();
  const scenario = found.value?.board.scenario ?? before;
  if (sameScenario(scenario, before)) return { ok: false, refusal: { code: 'nothing_changes' } };
  return { ok: true, value: { scenario, simulatedScenario: stage(sandbox.level, scenario, probe) } };
}
