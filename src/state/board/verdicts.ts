import { simulate } from '#engine/simulate/simulate.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf } from '#model/layout/layout.ts';
import { snapshotOf, simulationOf } from './board.ts';
import { plan } from './plan.ts';
import { describeRefusal, type Refusal } from './refusal.ts';
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
function verdictsOn(state: SandboxState, edges: readonly Edge[]): (Refusal | null)[] {
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
  const scenario = { layout: simulatedScenario.layout, actions };
  const run = simulate(scenario);
  if (!run.ok) return edges.map(() => null);
  const refused = new Map(
    run.value.result.rejections.map((rejection, index): [number | null, Refusal] => [
      rejection.action,
      { code: 'engine', rejection, scenario, index },
    ]),
  );
  return asked.map((index) => refused.get(index) ?? null);
}

const known = new WeakMap<Scenario, Map<string, ReadonlyMap<string, Refusal | null>>>();

/**
 * Every other workspace as the other end of a trigger, with what would be said to it: `from` looks for a downstream of
 * the workspace, `after` for a source. The answers are kept until the board, the cursor or what a level counts changes.
 */
export function candidatesOf(
  sandbox: Sandbox,
  id: string,
  direction: 'from' | 'after',
): ReadonlyMap<string, Refusal | null> {
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
        : edges.map((edge) => {
            const found = plan(sandbox.board(), { type: 'create_run_trigger', ...edge });
            return found.ok ? null : found.refusal;
          });
    found = new Map(others.map((other, i) => [other, verdicts[i] ?? null]));
    answers.set(key, found);
  }
  return found;
}

/** A verdict as it is said before anything is chosen. */
export function describeVerdict(refusal: Refusal | null): string {
  if (refusal === null) return 'allowed';
  if (refusal.code === 'not_offered') return 'not offered in this level';
  return `not allowed: ${refusal.code === 'engine' ? refusal.rejection.message : describeRefusal(refusal).message}`;
}
