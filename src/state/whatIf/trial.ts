import { actionOf, applyEdit, type Edit } from '#model/edits/index.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { boardOf, snapshotOf, simulationOf } from '../board/board.ts';
import { disabledReason, type Command, isRunCommand, performCommand, problemIn } from '../board/commands.ts';
import { targetOf, workspaceOf } from '../board/boardEdits.ts';
import { createSandboxStore, type Sandbox, type When } from '../board/boardStore.ts';
import { isStructure, type Structure } from '../board/structure/structure.ts';

/** Changes that can be made from the start and during play; all others have only one possible time. */
const isDatable = (command: Command): command is Exclude<Command, Structure> & Edit =>
  !isRunCommand(command) && !isStructure(command);

/** Whether a change can be made from the start, and whether from the moment that is shown. */
export function trialWhen(sandbox: Sandbox, command: Command): readonly When[] {
  if (disabledReason(sandbox, command) !== null) return [];
  if (isRunCommand(command)) return ['now'];
  if (!isDatable(command)) return ['start'];
  const ways = sandbox.ways(command);
  if (ways !== null)
    return [...(ways.start ? (['start'] as const) : []), ...(ways.now === null ? [] : (['now'] as const))];
  const state = sandbox.store.getState();
  if (state.scenario.actions.length === 0) return ['start'];
  const id = targetOf(command) ?? '';
  const now = snapshotOf(state).workspaces.get(id) ?? workspaceOf(state.scenario.layout, id);
  return actionOf(command, now) === null ? ['start'] : ['start', 'now'];
}

/** Makes the change on the board, as by hand at that time. @returns whether anything changed */
export function carryOut(sandbox: Sandbox, command: Command, when: When): boolean {
  const { scenario, when: before } = sandbox.store.getState();
  if (isDatable(command) && sandbox.level === null && when === 'start' && goesBack(sandbox, command)) {
    const layout = applyEdit(scenario.layout, command);
    const problem = setUpProblem(scenario, command);
    if (problem === null) sandbox.replaceLayout(layout, '');
    else sandbox.say(problem, 'choose');
  } else {
    sandbox.setWhen(when);
    performCommand(sandbox, command);
    sandbox.setWhen(before);
  }
  return sandbox.store.getState().scenario !== scenario;
}

/** Whether the change would be a dated action if made by hand now. From the start it then needs another set-up. */
const goesBack = (sandbox: Sandbox, edit: Edit): boolean => trialWhen(sandbox, edit).includes('now');

/** Why the set-up cannot be changed like this, in the words that are used before the first action. */
function setUpProblem({ layout }: Scenario, edit: Edit): string | null {
  if (edit.type === 'create_run_trigger') {
    const [rejection] = simulationOf({ layout, actions: [edit] }).result.rejections;
    if (rejection !== undefined) return `Refused: ${rejection.message}`;
  }
  return problemIn({ layout: applyEdit(layout, edit), actions: [] });
}

/**
 * Makes the change on a separate board that is kept nowhere, so trying works just like doing and leaves no trace.
 * @returns what the board would be, or in words why the change is impossible
 */
export function tryOut(
  sandbox: Sandbox,
  command: Command,
  when: When,
): { scenario: Scenario; simulatedScenario: Scenario } | string {
  const state = sandbox.store.getState();
  const { simulatedScenario, probe, acting, cursor, clock, focused, selected } = state;
  const trying = createSandboxStore(null, { level: sandbox.level });
  trying.store.setState({
    ...boardOf(state),
    simulatedScenario,
    probe,
    acting,
    cursor,
    clock,
    focused,
    selected,
  });
  const { turn } = trying.store.getState().message;
  const done = carryOut(trying, command, when);
  const after = trying.store.getState();
  if (done) return { scenario: after.scenario, simulatedScenario: after.simulatedScenario };
  return after.message.turn === turn ? 'That would change nothing.' : after.message.text;
}
