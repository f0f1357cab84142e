import type { Read, Workspace } from '#model/layout/layout.ts';
import type { RunState, State, WorkspaceState } from './state.ts';
import { hasVariable } from '../query/effectiveVariables.ts';

/**
 * The outputs of a workspace that others can read now: those of its last applied run. Before any run was applied they
 * are those of the layout, if it has state. An applied destroy leaves none. Facts: RS-01, RS-15.
 */
export function readableOutputs(workspace: WorkspaceState): Workspace['outputs'] {
  const last = workspace.lastApplied;
  if (last !== null) return last.mode === 'destroy' ? [] : last.settings.outputs;
  return workspace.initial.has_state ? workspace.initial.outputs : [];
}

/**
 * The variables that a run's plan needs and does not get. A run keeps the variables that it was created with
 * even if its workspace has become local since: a run that was pending at that time goes on.
 */
export function missingVariables(state: State, run: RunState): Workspace['requires'] {
  const { requires } = run.settings;
  return requires.length === 0
    ? requires
    : requires.filter((wanted) => !hasVariable(state.layout, run.settings, wanted));
}

/**
 * The sources of these reads that were applied again after the workspace's own last applied run had planned. A workspace
 * that has state from before the simulation compares with the start; one without state has none. It never compares with
 * itself.
 */
export function appliedAgain(
  state: State,
  workspace: WorkspaceState,
  reads: readonly Read[],
): WorkspaceState[] {
  if (reads.length === 0 || (workspace.lastApplied === null && !workspace.initial.has_state)) return [];
  const since = workspace.lastApplied?.planningOrder ?? 0;
  const sources = new Set<WorkspaceState>();
  for (const read of reads) {
    const source = state.workspaces.get(read.workspace);
    if (source !== undefined && source !== workspace && source.lastAppliedOrder > since) sources.add(source);
  }
  return [...sources];
}

/** Whether this run finds changes, by `plan` of the layout; with `auto`, a triggered run goes by what it reads. */
export function planHasChanges(state: State, run: RunState): boolean {
  switch (run.settings.plan) {
    case 'changes':
      return true;
    case 'no_changes':
    case 'errors':
      return false;
    case 'auto': {
      if (run.source !== 'tfe-run-trigger') return true;
      const { workspace } = run;
      if (workspace.lastApplied === null && !workspace.initial.has_state) return true;
      return appliedAgain(state, workspace, run.settings.reads).length > 0;
    }
  }
}
