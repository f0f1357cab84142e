import { AT, firstViolation } from '../rules/firstViolation.ts';
import { planHasChanges } from './planInputs.ts';
import { note } from './runLog.ts';
import { nameOf, type Stop } from '../rules/rule.ts';
import type { RunState, Stage, State } from './state.ts';

/** Decides what the plan will find, in the second in which the run enters `planning` (M-5). */
export function resolvePlan(state: State, run: RunState): void {
  run.plannedUnder = run.workspace.settings.execution_mode;
  run.planningOrder = ++state.order;
  run.planFailure = planFailure(state, run);
  run.changes = planHasChanges(state, run);
}

/** The fact of the rule that makes the plan fail, or null. */
function planFailure(state: State, run: RunState): string | null {
  for (const read of run.settings.reads) {
    const source = state.workspaces.get(read.workspace);
    if (source === undefined) continue;
    const stop = firstViolation(state, AT.read, { state, run, read, source });
    if (stop !== null) return stop.rule.fact;
  }
  return firstViolation(state, AT.plan, { state, run })?.rule.fact ?? null;
}

/** What stops the run once the mandatory run tasks of a stage have answered, or null. */
export function stopOfTasks(
  state: State,
  run: RunState,
  stage: 'pre_plan' | 'post_plan' | 'pre_apply',
): Stop<'run_tasks'> | null {
  const tasks = run.settings.run_tasks.filter((task) => task.stage === stage);
  const stop = firstViolation(state, AT.run_tasks, { run, tasks });
  if (stop === null) noteTasks(state, run, stage);
  return stop;
}

/** Writes the failed advisory tasks of a stage into the log. */
export function noteTasks(state: State, run: RunState, stage: Stage): void {
  for (const task of run.settings.run_tasks) {
    if (task.stage !== stage || task.passes) continue;
    const rule = stage === 'post_apply' ? 'TSK-06' : 'TSK-02';
    note(state, run, rule, `Advisory run task ${task.name} failed; ${nameOf(run.workspace)} goes on.`);
  }
}

/** What stops the run once the policies of one kind have been evaluated, or null. */
export function stopOfPolicies(
  state: State,
  run: RunState,
  kind: 'opa' | 'sentinel',
): Stop<'policies'> | null {
  const policies = run.settings.policies.filter((policy) => policy.kind === kind);
  for (const policy of policies) {
    if (policy.passes || policy.enforcement_level !== 'advisory') continue;
    note(
      state,
      run,
      kind === 'opa' ? 'POL-03' : 'POL-02',
      `Advisory policy ${policy.name} failed; ${nameOf(run.workspace)} goes on.`,
    );
  }
  return firstViolation(state, AT.policies, { run, kind, policies });
}
