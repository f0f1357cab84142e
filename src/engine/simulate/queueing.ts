import { ignoresQueue, type RunState, type WorkspaceState } from './state.ts';

/*
 * What a run occupies: first a place in the queue of its workspace, then the workspace itself and a slot of the
 * organization. Facts: Q-02, CC-01.
 */

/** Has `settle` look at the run, because its situation has changed. */
export function lookAt(run: RunState): void {
  const { organization } = run.workspace;
  organization.changed[organization.changes++] = run;
}

/** Has `settle` look at the oldest pending run of a workspace, which may now wait for something else. */
export function reconsider(workspace: WorkspaceState): void {
  if (workspace.oldest !== null) lookAt(workspace.oldest);
}

/** Puts a pending run at the end of its workspace's queue. */
export function enqueue(run: RunState): void {
  const { workspace } = run;
  if (workspace.newest === null) workspace.oldest = run;
  else workspace.newest.next = run;
  workspace.newest = run;
}

/** Takes a run out of its workspace's queue, from any position. */
export function dequeue(run: RunState): void {
  const { workspace } = run;
  let before: RunState | null = null;
  for (let at = workspace.oldest; at !== null && at !== run; at = at.next) before = at;
  if (before === null) workspace.oldest = run.next;
  else before.next = run.next;
  if (workspace.newest === run) workspace.newest = before;
  run.next = null;
}

export function takeSlot(run: RunState): void {
  run.hasSlot = true;
  run.workspace.organization.used++;
}

export function giveSlotBack(run: RunState): void {
  if (!run.hasSlot) return;
  run.hasSlot = false;
  run.workspace.organization.used--;
}

/** Forgets a saved plan that was confirmed or has ended. */
export function unsave(run: RunState): void {
  run.workspace.saved = run.workspace.saved.filter((other) => other !== run);
}

/** Frees everything that the run occupies: its slot, its place in the queue, its workspace. */
export function leave(run: RunState): void {
  const { workspace } = run;
  run.ended = true;
  run.parked = false;
  run.due = -1;
  giveSlotBack(run);
  if (workspace.current === run) workspace.current = null;
  else if (run.mode === 'save_plan') unsave(run);
  else if (run.stage === -1 && !ignoresQueue(run)) dequeue(run);
  reconsider(workspace);
}
