import type { Scenario } from '#model/scenario/action.ts';
import type { Remedy, Observed, Observer, Point, Points, Rule, Stop } from '../rules/rule.ts';
import { simulate } from '../simulate/simulate.ts';
import type { RunState } from '../simulate/state.ts';

/** What to explain, by its position in the result. */
export type Subject =
  | { kind: 'not_queued'; index: number }
  | { kind: 'rejection'; index: number }
  /** A run that waits at the end. */
  | { kind: 'hold'; run: string }
  /** A run that ended other than `applied`. */
  | { kind: 'ended'; run: string };

/** One condition that the engine looked at, or several that must all hold; then `ok` says whether all children do. */
export type DecisionVerdict =
  | { op: 'all'; label: string; ok: boolean; of: DecisionVerdict[] }
  | { op: 'condition'; rule: string; fact: string; label: string; ok: boolean; evidence: Observed };

/** How the engine came to stop something when it asked its rules, with everything that an explanation needs. */
export interface DecisionTrace {
  point: Point;
  expected: string;
  actual: string;
  conditions: DecisionVerdict[];
  decisive: string[];
  fact: string;
  because: string;
  remedies: Remedy[];
  /** For a trigger that did not fire: the run whose end is the reason. */
  endedRun: string | null;
}

/** Runs the scenario and traces the stop that the subject is about, which is the last one that matches. */
export function traceDecision(scenario: Scenario, subject: Subject): DecisionTrace | null {
  let trace: DecisionTrace | null = null;
  let seen = -1;
  const observer: Observer = {
    asked(point, context, rules, stop) {
      if (stop === null || !belongs(subject, stop, context)) return;
      if (subject.kind === 'not_queued' || subject.kind === 'rejection') {
        seen++;
        if (seen !== subject.index) return;
      }
      trace = traceOf(point, context, rules, stop);
    },
    waives: () => false,
  };
  simulate(scenario, observer);
  return trace;
}

/** If a trigger did not fire because its run was not applied: what ended that run. */
export const causeOf = (scenario: Scenario, { endedRun }: DecisionTrace): DecisionTrace | null =>
  endedRun === null ? null : traceDecision(scenario, { kind: 'ended', run: endedRun });

/**
 * The changes that might help, without duplicates. Only the rules that ended a run know what would let it be applied; those
 * that were asked about its trigger don't.
 */
export function remediesOf(trace: DecisionTrace, cause: DecisionTrace | null): Remedy[] {
  const all = [...trace.remedies, ...(cause?.remedies ?? [])];
  return [...new Map(all.map((change) => [JSON.stringify(change), change])).values()];
}

function belongs<P extends Point>(subject: Subject, stop: Stop<P>, context: Points[P]): boolean {
  const { effect } = stop.rule;
  switch (subject.kind) {
    case 'not_queued':
      return effect === 'skip';
    case 'rejection':
      return effect === 'reject';
    case 'hold':
      return effect === 'hold' && runOf(context)?.id === subject.run;
    case 'ended':
      return (effect === 'error' || effect === 'finish') && runOf(context)?.id === subject.run;
  }
}

const runOf = (context: Points[Point]): RunState | null => ('run' in context ? context.run : null);

function traceOf<P extends Point>(
  point: P,
  context: Points[P],
  rules: readonly Rule<P>[],
  stop: Stop<P>,
): DecisionTrace {
  const conditions: DecisionVerdict[] = [];
  const decisive: string[] = [];
  const remedies: Remedy[] = [];
  for (const rule of rules) {
    if (rule.applies?.(context) === false) continue;
    const evidence = rule.violation(context);
    const label = rule.condition;
    conditions.push({
      op: 'condition',
      rule: rule.id,
      fact: rule.fact,
      label,
      ok: evidence === null,
      evidence: evidence ?? { workspaces: [], runs: [] },
    });
    if (evidence === null) continue;
    decisive.push(rule.id);
    remedies.push(...(rule.remedies?.(context) ?? []));
  }
  const run = runOf(context);
  const [expected, actual] = outcome(point, context, run);
  const endedRun = point === 'fire' && run !== null && run.status !== 'applied' ? run.id : null;
  return {
    point,
    expected,
    actual,
    conditions,
    decisive,
    fact: stop.rule.fact,
    because: stop.rule.message(context),
    remedies,
    endedRun,
  };
}

/** What somebody would expect at a point, and what happened instead. */
function outcome(point: Point, context: Points[Point], run: RunState | null): [string, string] {
  const id = run?.id ?? 'the run';
  switch (point) {
    case 'fire': {
      const target = 'trigger' in context ? context.trigger.target.settings.name : 'the downstream';
      return [`${target} gets a run from ${id}`, 'nothing was queued'];
    }
    case 'leave_pending':
      return [`${id} starts`, `${id} stays pending`];
    case 'go_on':
      return [`${id} goes on`, `${id} waits for a slot`];
    case 'auto_apply':
      return [`${id} applies by itself`, `${id} waits for confirmation`];
    case 'policies':
      return [`${id} passes its policy checks`, `${id} was stopped by a policy`];
    case 'run_tasks':
      return [`${id} passes its run tasks`, `${id} errored`];
    case 'read':
    case 'plan':
      return [`${id} plans`, `${id} errored`];
    case 'finish':
      return [`${id} has something to apply`, `${id} ended planned_and_finished`];
    case 'apply':
      return [`${id} is applied`, `${id} errored`];
    case 'ended_by':
      return [`${id} goes on`, `${id} ended`];
    default:
      return ['the action is carried out', 'the action was refused'];
  }
}
