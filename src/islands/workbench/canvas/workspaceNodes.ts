import type { Snapshot } from '#engine/query/stateAt.ts';
import type { RunStatus, WaitingFor } from '#model/scenario/run.ts';
import { indexOf } from '../context/boardIndex.ts';
import { describeNode } from '../describeNode.ts';

/** What a box shows, in plain values: a box is drawn again only where one of them changed. */
export interface WorkspaceNodeView {
  id: string;
  name: string;
  mode: string;
  locked: boolean;
  autoApply: boolean;
  autoApplyRunTrigger: boolean;
  status: RunStatus | null;
  waitingFor: WaitingFor | null;
  /** What a screen reader says. */
  label: string;
}

export function workspaceNodesOf(moment: Snapshot, order: readonly string[]): WorkspaceNodeView[] {
  const { current } = indexOf(moment);
  return order.flatMap((id, place) => {
    const w = moment.workspaces.get(id);
    if (w === undefined) return [];
    const run = current.get(id);
    return [
      {
        id,
        name: w.name,
        mode: w.execution_mode,
        locked: moment.locks.has(id),
        autoApply: w.auto_apply,
        autoApplyRunTrigger: w.auto_apply_run_trigger,
        status: run?.status ?? null,
        waitingFor: run?.waiting_for ?? null,
        label: describeNode(moment, id, place, order.length),
      },
    ];
  });
}
