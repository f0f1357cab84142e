import { actionOf, applyEdit, type Edit, isEdit } from '#model/edits/index.ts';
import { currentSnapshotRun } from '#engine/query/stateAt.ts';
import type { OfferedChange } from '#engine/levels/palette.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import type { Rejection } from '#model/scenario/result.ts';
import { type EditOptions, editOptions } from '../level/editOptions.ts';
import { snapshotOf, rememberSimulation, sameFields, simulationOf } from './board.ts';
import { LIMITS, targetOf } from './boardEdits.ts';
import type { History } from './history.ts';
import { stage, startOf } from './simulatedScenario.ts';

/** Changing the board and acting on it: by the rules of the engine, and in a level by what it offers. */
export function createActing({ store, get, level, say, commit }: History) {
  /** What was done up to the cursor: what comes later is dropped by the next thing that is done. */
  function doneSoFar(): { actions: Action[]; at: number | null } {
    const { scenario, simulatedScenario, cursor, clock } = get();
    const { log } = simulationOf(simulatedScenario);
    if (cursor >= log.length) return { actions: scenario.actions, at: clock };
    const done = new Set(
      log
        .slice(0, cursor)
        .flatMap((entry) => (entry.kind === 'action' ? [simulatedScenario.actions[entry.action]] : [])),
    );
    return { actions: scenario.actions.filter((action) => done.has(action)), at: snapshotOf(get()).at };
  }

  function refuse(scenario: Scenario, index: number, rejection: Rejection): void {
    store.setState({ refusal: { ...rejection, scenario, index }, why: { kind: 'refusal' } });
    say(`Refused: ${rejection.message}`, 'why');
  }

  /**
   * An action as the learner of a level performs it: by the team that was chosen, and on the workspace rather than
   * on a numbered run wherever that is the same, since runs have other numbers in another probe.
   */
  function asLearner(action: Action): Action {
    if (level === null) return action;
    const { acting } = get();
    const { as: _, ...rest } = action;
    const by: Action = acting === null ? rest : { ...rest, as: acting };
    if (!('run' in by) || by.run === undefined) return by;
    const moment = snapshotOf(get());
    const run = moment.runs.find((other) => other.id === by.run);
    if (run === undefined || currentSnapshotRun(moment, run.workspace)?.id !== run.id) return by;
    const { run: __, ...named } = by;
    return { ...named, workspace: run.workspace };
  }

  const workspaceOf = (run: string): string | null =>
    simulationOf(get().simulatedScenario).result.runs.find((other) => other.id === run)?.workspace ?? null;

  /** The workspace that a change is about, as it is now. */
  function nowOf(change: OfferedChange) {
    const target = targetOf(change);
    return target === undefined ? undefined : snapshotOf(get()).workspaces.get(target);
  }

  /** How a change can be made in this level; null on the free board. */
  function ways(change: OfferedChange): EditOptions | null {
    if (level === null) return null;
    const action = isEdit(change) ? actionOf(change, nowOf(change)) : change;
    return editOptions(
      level,
      get().scenario,
      change,
      action === null ? null : asLearner(action),
      workspaceOf,
    );
  }

  /** Why a change cannot be made here, in words; null where it can, or where only the engine decides. */
  function barred(change: OfferedChange): string | null {
    const found = ways(change);
    if (found === null || found.start || found.now !== null || found.takesBack !== null) return null;
    return 'This level does not offer that.';
  }

  /** Does something during play. @returns whether it was allowed */
  function act(action: Action): boolean {
    const barrier = barred(action);
    if (barrier !== null) {
      say(barrier, 'level');
      return false;
    }
    return perform(asLearner(action));
  }

  /** What would be simulated if this were done at the cursor. */
  function attempt(action: Action) {
    const so = doneSoFar();
    const dated = so.at === null ? action : { ...action, at: so.at };
    const scenario = { layout: get().scenario.layout, actions: [...so.actions, dated] };
    const staged = stage(level, scenario, get().probe);
    return {
      scenario,
      simulatedScenario: staged,
      index: staged.actions.indexOf(dated),
      last: so.at === null,
    };
  }

  function perform(action: Action): boolean {
    const { scenario, simulatedScenario, index, last } = attempt(action);
    if (scenario.actions.length > LIMITS.actions) {
      say(`A board holds at most ${LIMITS.actions} actions.`, 'room');
      return false;
    }
    const run = simulate(simulatedScenario);
    if (!run.ok) {
      say(run.problems[0]?.message ?? 'That would be too much for one simulation.', 'room');
      return false;
    }
    const rejectionAt = run.value.result.rejections.findIndex((rejection) => rejection.action === index);
    const rejection = run.value.result.rejections[rejectionAt];
    if (rejection !== undefined) {
      refuse(simulatedScenario, rejectionAt, rejection);
      return false;
    }
    rememberSimulation(simulatedScenario, run.value);
    const { log } = run.value;
    const entry = log.findIndex((item) => item.kind === 'action' && item.action === index);
    const moves = !['set', 'create_run_trigger', 'delete_run_trigger', 'lock'].includes(action.type);
    const cursor = moves ? entry + 1 : last ? log.length : entry + 2;
    commit({ scenario, cursor }, { playing: moves });
    return true;
  }

  /** The engine's verdict on a trigger that is not there yet; null where it would be created. */
  function verdict(sourceable: string, workspace: string): Rejection | null {
    const change: Edit = { type: 'create_run_trigger', sourceable, workspace };
    const barrier = barred(change);
    if (barrier !== null) return { action: null, rule: 'level', message: barrier };
    const now = ways(change)?.now ?? null;
    const { simulatedScenario, index } =
      level !== null && now === null
        ? { simulatedScenario: { layout: get().scenario.layout, actions: [change] }, index: 0 }
        : attempt(now ?? change);
    const run = simulate(simulatedScenario);
    return run.ok ? (run.value.result.rejections.find((row) => row.action === index) ?? null) : null;
  }

  /** Changes the board: the set-up before the first action and where a level says so, else a dated action. */
  function edit(change: Edit): boolean {
    const { scenario, when } = get();
    if (change.type === 'create_run_trigger' && scenario.layout.run_triggers.length >= LIMITS.triggers) {
      say(`A board holds at most ${LIMITS.triggers} run triggers.`, 'room');
      return false;
    }
    const found = ways(change);
    if (found === null) return scenario.actions.length > 0 ? editNow(change) : setUp(change);
    if (found.value !== null) {
      say(found.value, 'level');
      return false;
    }
    if (found.start && (found.now === null || when === 'start')) return setUp(change);
    if (found.now !== null) return editNow(change);
    if (found.takesBack !== null) return takeBack(found.takesBack);
    say(barred(change) ?? '', 'level');
    return false;
  }

  function editNow(change: Edit): boolean {
    const now = nowOf(change);
    if (change.type === 'set' && now !== undefined && sameFields(now, change.settings)) return false;
    const action = actionOf(change, now);
    return action === null ? setUp(change) : perform(asLearner(action));
  }

  function setUp(change: Edit): boolean {
    const { scenario } = get();
    const { layout } = scenario;
    if (change.type === 'create_run_trigger') {
      const trial: Scenario = { layout, actions: [change] };
      const { rejections } = simulationOf(trial).result;
      const at = rejections.findIndex((rejection) => rejection.action === 0);
      const rejection = rejections[at];
      if (rejection !== undefined) {
        refuse(trial, at, rejection);
        return false;
      }
    }
    const next = applyEdit(layout, change);
    if (next === layout) return false;
    const after = { layout: next, actions: scenario.actions };
    const rewound = level !== null || scenario.actions.length === 0;
    commit({ scenario: after, ...(rewound ? { cursor: beginning(after) } : {}) });
    return true;
  }

  /** Where a changed set-up is looked at: a level from its beginning, the free board where all is quiet. */
  function beginning(scenario: Scenario): number {
    const staged = stage(level, scenario, get().probe);
    return level === null ? simulationOf(staged).log.length : startOf(staged);
  }

  /** Takes an action of the learner back, whatever came after it. */
  function takeBack(own: Action): boolean {
    const { scenario } = get();
    const actions = scenario.actions.filter((action) => action !== own);
    if (actions.length === scenario.actions.length) return false;
    const after = { layout: scenario.layout, actions };
    commit({ scenario: after, cursor: beginning(after) }, { playing: false });
    say('Taken back.');
    return true;
  }

  return { act, edit, verdict, barred, ways, takeBack, beginning };
}
