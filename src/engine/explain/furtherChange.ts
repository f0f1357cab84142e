import type { Scenario } from '#model/scenario/action.ts';
import type { SimulationResult } from '#model/scenario/result.ts';
import { applyChange, effectOf, nearestOf, type Nearest, sameRun } from './counterfactual.ts';
import type { Remedy } from '../rules/rule.ts';
import { simulate, type Simulation } from '../simulate/simulate.ts';
import { causeOf, remediesOf, type Subject, traceDecision } from './decisionTrace.ts';

/** The most changes in a row and the most simulations, since a longer sequence would not explain anything. */
const MOST = { changes: 3, simulations: 60 } as const;

/** A history in which a change made something happen, but not yet what was wanted. */
interface Tried {
  changes: Remedy[];
  scenario: Scenario;
  simulation: Simulation;
  /** What stops the wanted thing there. */
  subject: Subject;
}

/**
 * Used when no single change is enough. A change that leads to another stop is kept, and the changes that the rules of that
 * stop propose are tried on top of it, breadth first.
 * @param proposed the changes to begin with
 */
export function furtherChange(
  scenario: Scenario,
  subject: Subject,
  proposed: readonly Remedy[],
): Nearest | null {
  const start = simulate(scenario);
  if (!start.ok) return null;
  const { result } = start.value;
  let simulations = 0;
  let open: Tried[] = [{ changes: [], scenario, simulation: start.value, subject }];
  for (let depth = 1; depth <= MOST.changes; depth++) {
    const next: Tried[] = [];
    for (const at of open) {
      for (const change of depth === 1 ? proposed : proposals(at)) {
        const changed = applyChange(at.scenario, at.simulation, change, at.subject);
        if (changed === null) continue;
        if (++simulations > MOST.simulations) return null;
        const after = simulate(changed);
        if (!after.ok) continue;
        const changes = [...at.changes, change];
        const effect = effectOf(subject, result, after.value.result);
        if (effect !== null) return nearestOf(changes, effect, changed);
        const now = stillOpen(subject, result, after.value.result);
        if (
          now === null ||
          progressOf(now, after.value.result) === progressOf(at.subject, at.simulation.result)
        )
          continue;
        next.push({ changes, scenario: changed, simulation: after.value, subject: now });
      }
    }
    open = next;
  }
  return null;
}

function proposals({ scenario, subject }: Tried): Remedy[] {
  const trace = traceDecision(scenario, subject);
  return trace === null ? [] : remediesOf(trace, causeOf(scenario, trace));
}

/** What stops the same thing in another history, or null if that cannot be told. */
function stillOpen(subject: Subject, before: SimulationResult, after: SimulationResult): Subject | null {
  switch (subject.kind) {
    case 'rejection': {
      const refused = before.rejections[subject.index];
      const index = after.rejections.findIndex((row) => row.action === refused?.action);
      return index < 0 ? null : { kind: 'rejection', index };
    }
    case 'not_queued': {
      const row = before.not_queued[subject.index];
      const run = row === undefined ? undefined : sameRun(before, after, row.run);
      if (run === undefined) return null;
      const index = after.not_queued.findIndex((r) => r.run === run.id && r.workspace === row?.workspace);
      if (index >= 0) return { kind: 'not_queued', index };
      return run.waiting_for === null ? null : { kind: 'hold', run: run.id };
    }
    case 'hold':
    case 'ended': {
      const run = sameRun(before, after, subject.run);
      return run === undefined ? null : { kind: subject.kind, run: run.id };
    }
  }
}

/** A key for how far a history got. Two that the same rule stopped in the same way have the same key. */
function progressOf(subject: Subject, result: SimulationResult): string {
  switch (subject.kind) {
    case 'rejection':
      return `refused by ${result.rejections[subject.index]?.rule}`;
    case 'not_queued': {
      const row = result.not_queued[subject.index];
      const run = result.runs.find((r) => r.id === row?.run);
      return `silent by ${row?.rule}, ${run?.status} by ${run?.rule}`;
    }
    case 'hold':
    case 'ended': {
      const run = result.runs.find((r) => r.id === subject.run);
      return `${run?.status} by ${run?.rule}, waits for ${run?.waiting_for}`;
    }
  }
}
