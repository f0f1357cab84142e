import { simulate } from '#engine/simulate/simulate.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import type { Rejection } from '#model/scenario/result.ts';
import { snapshotOf, simulationOf } from './board.ts';
import type { Sandbox } from './boardStore.ts';
import type { SandboxState } from './boardState.ts';

interface Edge {
  sourceable: string;
  workspace: string;
}

/**
 * What the engine would say to each of several triggers on the free board, each asked by itself: null where it would be
 * created. One simulation answers them all, as each is taken away again before the next is asked.
 */
function verdictsOn(state: SandboxState, edges: readonly Edge[]): (Rejection | null)[] {
  const { simulatedScenario, cursor } = state;
  const { log } = simulationOf(simulatedScenario);
  const count = log.slice(0, cursor).filter((entry) => entry.kind === 'action').length;
  const actions =
    cursor >= log.length ? [...simulatedScenario.actions] : simulatedScenario.actions.slice(0, count);
  const there = new Set(snapshotOf(state).triggers.map((t) => `${t.sourceable} ${t.workspace}`));
  const asked = edges.map((edge) => {
    const index = actions.length;
    actions.push({ type: 'create_run_trigger', ...edge });
    if (!there.has(`${edge.sourceable} ${edge.workspace}`))
      actions.push({ type: 'delete_run_trigger', ...edge });
    return index;
  });
  const run = simulate({ layout: simulatedScenario.layout, actions });
  if (!run.ok) return edges.map(() => null);
  const refused = new Map(run.value.result.rejections.map((r) => [r.action, r]));
  return asked.map((index) => refused.get(index) ?? null);
}

const known = new WeakMap<Scenario, Map<string, ReadonlyMap<string, Rejection | null>>>();

/**
 * Every other workspace as the other end of a trigger, with what would be said to it: `from` looks for a downstream of
 * the workspace, `after` for a source. The answers are kept until the board, the cursor or what a level counts changes.
 */
export function candidatesOf(
  sandbox: Sandbox,
  id: string,
  direction: 'from' | 'after',
): ReadonlyMap<string, Rejection | null> {
  const state = sandbox.store.getState();
  let answers = known.get(state.simulatedScenario);
  if (answers === undefined) {
    answers = new Map();
    known.set(state.simulatedScenario, answers);
  }
  const key = `${state.cursor} ${state.when} ${state.acting ?? ''} ${direction} ${id}`;
  let found = answers.get(key);
  if (found === undefined) {
    const others = state.scenario.layout.workspaces.map(idOf).filter((other) => other !== id);
    const edges = others.map((other) =>
      direction === 'from' ? { sourceable: id, workspace: other } : { sourceable: other, workspace: id },
    );
    const verdicts =
      sandbox.level === null
        ? verdictsOn(state, edges)
        : edges.map((edge) => sandbox.verdict(edge.sourceable, edge.workspace));
    found = new Map(others.map((other, i) => [other, verdicts[i] ?? null]));
    answers.set(key, found);
  }
  return found;
}

/** A verdict as it is said before anything is chosen. */
export const describeVerdict = (refusal: Rejection | null): string =>
  refusal === null
    ? 'allowed'
    : refusal.rule === 'level'
      ? 'not offered in this level'
      : `not allowed: ${refusal.message}`;
