import type { Action } from '#model/scenario/action.ts';
import type { Layout } from '#model/layout/layout.ts';
import type { Submission, Check, Goal, Leaf, Level, Probe } from '#model/level/level.ts';
import { countEdits } from './countEdits.ts';
import { applyEdits } from '#model/edits/index.ts';
import { failed, type GoalKind, type Judgement, type LeafKind, passed, type Played } from './goal.ts';
import { GOALS } from './goals/index.ts';
import { simulate } from '../simulate/simulate.ts';

/** One goal in the probe that decided it: the first that failed, else the last one. */
interface CheckRow {
  id: string;
  passed: boolean;
  message: string;
  /** The fact by which the goal failed, or else the one that it is about. */
  rule: string;
}

interface Grade {
  passed: boolean;
  /** 1: correct; 2: also safe; 3: also within par. */
  stars: 0 | 1 | 2 | 3;
  checks: CheckRow[];
}

/** Everything about a graded submission. The command line prints the part in `Grade`. */
export interface LevelReport extends Grade {
  probes: { id: string; passed: boolean; goals: (CheckRow & { kind: Goal['kind'] })[] }[];
  edits: number;
  par: number;
}

/** Grades what somebody did to a level, by every goal in every probe. */
export const gradeSubmission = (level: Level, submission: Submission): LevelReport =>
  gradeLayout(level, applyEdits(level.layout, submission.edits), submission.actions);

/** Grades a layout that somebody gives as the answer, with the actions they performed during play. */
export function gradeLayout(level: Level, layout: Layout, actions: readonly Action[]): LevelReport {
  const probes = level.probes.map((probe) => {
    const played = play(layout, probe, actions);
    const goals = level.goals
      .filter((goal) => goal.probes.length === 0 || goal.probes.includes(probe.id))
      .map((goal) => ({ kind: goal.kind, ...row(goal, played) }));
    return { id: probe.id, passed: goals.every((g) => g.passed), goals };
  });
  const checks = level.goals.map((goal): CheckRow => {
    const rows = probes.flatMap((p) => p.goals.filter((g) => g.id === goal.id));
    const found = rows.find((r) => !r.passed) ?? rows.at(-1);
    if (found === undefined)
      return { id: goal.id, passed: false, message: 'No test checks this goal.', rule: goal.rule };
    return { id: found.id, passed: found.passed, message: found.message, rule: found.rule };
  });
  const ok = (kind: Goal['kind']) =>
    level.goals.every((g, i) => g.kind !== kind || checks[i]?.passed === true);
  const edits = countEdits(level.layout, layout) + actions.length;
  const correct = ok('correct');
  const stars = !correct ? 0 : !ok('safe') ? 1 : edits > level.par ? 2 : 3;
  return { passed: correct, stars, checks, probes, edits, par: level.par };
}

/** Plays one probe of a level with the learner's layout and actions; null if it would make too many runs. */
export function play(layout: Layout, probe: Probe, actions: readonly Action[]): Played | null {
  const scenario = {
    layout: applyEdits(layout, probe.faults),
    actions: merge(probe.script, actions),
  };
  const simulation = simulate(scenario);
  return simulation.ok ? { layout, actions, scenario, simulation: simulation.value } : null;
}

/** Puts dated actions among those of the script, after those of the same second, and undated ones at the end. */
export function merge(script: readonly Action[], actions: readonly Action[]): Action[] {
  const merged = [...script];
  for (const action of actions) {
    const { at } = action;
    const place =
      at === undefined ? -1 : merged.findIndex((other) => other.at !== undefined && other.at > at);
    if (place < 0) merged.push(action);
    else merged.splice(place, 0, action);
  }
  return merged;
}

function row(goal: Goal, played: Played | null): CheckRow {
  if (played === null)
    return {
      id: goal.id,
      passed: false,
      message: 'This would make more runs than a simulation may have.',
      rule: 'CY-11',
    };
  const judged = judge(goal.check, played);
  return { id: goal.id, passed: judged.ok, message: judged.say, rule: judged.rule ?? goal.rule };
}

/** Whether a check holds in a probe that was played. */
export function judge(check: Check, played: Played): Judgement {
  if (check.all !== undefined) {
    const rows = check.all.map((c) => judge(c, played));
    return rows.find((r) => !r.ok) ?? passed(rows.map((r) => r.say).join(' '));
  }
  if (check.any !== undefined) {
    const rows = check.any.map((c) => judge(c, played));
    return rows.find((r) => r.ok) ?? rows[0] ?? failed(null, 'Nothing was asked.');
  }
  if (check.not !== undefined) {
    const inner = judge(check.not, played);
    return inner.ok ? failed(inner.rule, inner.say) : passed(inner.say);
  }
  for (const kind of Object.values(GOALS)) {
    const judged = judgeLeaf(kind, check, played);
    if (judged !== null) return judged;
  }
  return failed(null, 'Nothing was asked.');
}

function judgeLeaf<K extends LeafKind>(kind: GoalKind<K>, check: Leaf, played: Played): Judgement | null {
  const given: Leaf[K] = check[kind.id];
  return given === undefined || given === null ? null : kind.judge(given, played);
}
