import { applyEdit } from '#engine/edit.ts';
import type { Action, Scenario } from '#model/action.ts';
import type { Edit } from '#model/edit.ts';
import { boardOf, momentOf } from './sandboxBoard.ts';
import { actionOf, workspaceOf } from './sandboxEdits.ts';
import { createSandboxStore, type Sandbox, type When } from './sandboxStore.ts';

/** One change that can be tried: an edit, or something done to a run. */
export type Trial = { kind: 'edit'; edit: Edit } | { kind: 'act'; action: Action };

/** Whether a change can be made from the start, and from the moment on that is shown. */
export function trialWhen(sandbox: Sandbox, trial: Trial): readonly When[] {
  if (trial.kind === 'act') return ['now'];
  const { edit } = trial;
  const ways = sandbox.ways(edit);
  if (ways !== null)
    return [...(ways.start ? (['start'] as const) : []), ...(ways.now === null ? [] : (['now'] as const))];
  const state = sandbox.store.getState();
  if (state.scenario.actions.length === 0) return ['start'];
  const id = 'workspace' in edit ? edit.workspace : undefined;
  const now = momentOf(state).workspaces.get(id ?? '') ?? workspaceOf(state.scenario.layout, id ?? '');
  return actionOf(edit, now) === null ? ['start'] : ['start', 'now'];
}

/** Makes the change on the board, as it is made by hand. @returns whether it was done */
export function carryOut(sandbox: Sandbox, trial: Trial, when: When): boolean {
  if (trial.kind === 'act') return sandbox.act(trial.action);
  const { scenario, when: before } = sandbox.store.getState();
  if (sandbox.level === null && when === 'start') {
    sandbox.replaceLayout(applyEdit(scenario.layout, trial.edit), '');
    return true;
  }
  sandbox.setWhen(when);
  const done = sandbox.edit(trial.edit);
  sandbox.setWhen(before);
  return done;
}

/**
 * Makes the change on a board of its own that is kept nowhere, so that trying is doing and yet leaves no trace.
 * @returns what the board would be, or in words why it cannot be done
 */
export function tryOut(
  sandbox: Sandbox,
  trial: Trial,
  when: When,
): { scenario: Scenario; staged: Scenario } | string {
  const state = sandbox.store.getState();
  const { staged, probe, acting, cursor, clock } = state;
  const trying = createSandboxStore(null, { level: sandbox.level });
  trying.store.setState({ ...boardOf(state), staged, probe, acting, cursor, clock });
  if (!carryOut(trying, trial, when)) return trying.store.getState().message.text;
  const after = trying.store.getState();
  return { scenario: after.scenario, staged: after.staged };
}
