import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate, type Simulation } from '#engine/simulate.ts';
import type { Action, Scenario } from '#model/action.ts';
import { idOf, type Layout } from '#model/layout.ts';
import type { LogEntry } from '#model/log.ts';
import type { ResultRun } from '#model/result.ts';
import type { RunStatus } from '#model/run.ts';
import { RUN_STATUS } from '#model/runStatus.ts';
import { calmScenario, cases, parsed, type RawScenario, rawScenario } from '../arbitraries/scenario.ts';
import { can } from '../oracle/oracle.ts';

const board = fc.oneof(rawScenario, calmScenario);
const TIMEOUT = { timeout: 600_000 };

function run(scenario: Scenario): Simulation {
  const simulated = simulate(scenario);
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  return simulated.value;
}

/** Tries a property of a simulation on random boards. */
function always(title: string, holds: (simulation: Simulation, scenario: Scenario) => void) {
  it(title, TIMEOUT, () => {
    fc.assert(
      fc.property(board, (raw) => {
        const scenario = parsed(raw);
        holds(run(scenario), scenario);
      }),
      cases(),
    );
  });
}

const final = (status: RunStatus) => RUN_STATUS[status].final;
const organizationOf = (workspace: string) => workspace.split('/')[0] ?? '';
const index = (simulation: Simulation) => new Map(simulation.result.runs.map((r) => [r.id, r]));

/** What one log line leaves behind: every run's status, who was confirmed, who holds a lock. */
interface Moment {
  status: Map<string, RunStatus>;
  waits: Map<string, string | null>;
  confirmed: Set<string>;
  lock: Map<string, string | null>;
  mode: Map<string, string>;
  configured: Map<string, boolean>;
  triggers: string[];
}

/** Walks through the log; `look` sees each line and the moment before it. */
function replay(
  { log }: Simulation,
  { layout, actions }: Scenario,
  look: (entry: LogEntry, m: Moment, at: number) => void,
): Moment {
  const moment: Moment = {
    status: new Map(),
    waits: new Map(),
    confirmed: new Set(),
    lock: new Map(layout.workspaces.map((w) => [idOf(w), w.locked ? 'owners' : null])),
    mode: new Map(layout.workspaces.map((w) => [idOf(w), w.execution_mode])),
    configured: new Map(layout.workspaces.map((w) => [idOf(w), w.has_configuration])),
    triggers: [],
  };
  let acting: Action | undefined;
  for (const [i, entry] of log.entries()) {
    look(entry, moment, i);
    switch (entry.kind) {
      case 'action':
        acting = actions[entry.action];
        break;
      case 'lock':
        moment.lock.set(entry.workspace, entry.by);
        break;
      case 'status':
        moment.status.set(entry.run, entry.status);
        if (entry.status === 'confirmed') moment.confirmed.add(entry.run);
        break;
      case 'hold':
        moment.waits.set(entry.run, entry.waiting_for);
        break;
      case 'trigger': {
        const pair = `${entry.sourceable} ${entry.workspace}`;
        if (entry.change === 'created') moment.triggers.push(pair);
        else moment.triggers = moment.triggers.filter((other) => other !== pair);
        break;
      }
      case 'set':
        if (acting?.type !== 'set') throw new Error('a setting changed without an action');
        if (acting.settings.execution_mode) moment.mode.set(entry.workspace, acting.settings.execution_mode);
        if (acting.settings.has_configuration !== undefined)
          moment.configured.set(entry.workspace, acting.settings.has_configuration);
        break;
      default:
        break;
    }
  }
  return moment;
}

/** A run that holds its workspace: it has left `pending` and not ended, planning-only work aside. */
function holds(r: ResultRun, m: Moment): boolean {
  const status = m.status.get(r.id);
  if (status === undefined || status === 'pending' || final(status) || r.mode === 'plan_only') return false;
  return r.mode !== 'save_plan' || m.confirmed.has(r.id);
}
const aside = (r: ResultRun, m: Moment) =>
  r.mode === 'plan_only' || (r.mode === 'save_plan' && !m.confirmed.has(r.id));

describe('a workspace and its queue', () => {
  always('at most one run is in progress per workspace', (simulation, scenario) => {
    const runs = index(simulation);
    replay(simulation, scenario, (_, m) => {
      const held = simulation.result.runs.filter((r) => holds(r, m)).map((r) => r.workspace);
      expect(new Set(held).size).toBe(held.length);
    });
    expect(runs.size).toBe(simulation.result.runs.length);
  });

  always('starts follow the order of the queue', (simulation, scenario) => {
    const runs = index(simulation);
    replay(simulation, scenario, (entry, m) => {
      if (entry.kind !== 'status' || m.status.get(entry.run) !== 'pending' || final(entry.status)) return;
      const started = runs.get(entry.run) as ResultRun;
      if (aside(started, m)) return;
      for (const other of simulation.result.runs) {
        if (other.id === started.id) break;
        if (other.workspace !== started.workspace || aside(other, m)) continue;
        expect(final(m.status.get(other.id) as RunStatus)).toBe(true);
      }
    });
  });

  always('no queued run begins while a user holds the lock', (simulation, scenario) => {
    const runs = index(simulation);
    replay(simulation, scenario, (entry, m) => {
      if (entry.kind !== 'status' || m.status.get(entry.run) !== 'pending' || final(entry.status)) return;
      const started = runs.get(entry.run) as ResultRun;
      if (!aside(started, m)) expect(m.lock.get(started.workspace)).toBeNull();
    });
  });

  always(
    'an organization never uses more slots than it has, and leaves none free that somebody waits for',
    (simulation, scenario) => {
      const most = new Map(scenario.layout.organizations.map((o) => [o.name, o.concurrency]));
      let second = 0;
      const check = (entry: LogEntry | null, m: Moment) => {
        const used = new Map<string, number>();
        for (const r of simulation.result.runs) {
          const status = m.status.get(r.id);
          if (status === undefined || status === 'pending' || final(status)) continue;
          if (!/(_running|ing)$/.test(status)) continue;
          const org = organizationOf(r.workspace);
          used.set(org, (used.get(org) ?? 0) + 1);
        }
        for (const [org, count] of used)
          expect(count).toBeLessThanOrEqual(most.get(org) ?? Number.POSITIVE_INFINITY);
        // Between two events everything that may start has started.
        if (entry !== null && entry.kind !== 'action' && entry.at === second) return;
        second = entry?.at ?? second;
        for (const r of simulation.result.runs) {
          if (m.waits.get(r.id) !== 'concurrency') continue;
          expect(used.get(organizationOf(r.workspace))).toBe(most.get(organizationOf(r.workspace)));
        }
      };
      check(null, replay(simulation, scenario, check));
      for (const r of simulation.result.runs) expect(r.waiting_for).not.toBe('concurrency');
    },
  );
});

describe('triggers', () => {
  always(
    'every triggered run has exactly one cause, and that cause ended applied',
    (simulation, scenario) => {
      const runs = index(simulation);
      for (const r of simulation.result.runs) {
        expect(r.triggered_by !== null).toBe(r.source === 'tfe-run-trigger');
        if (r.triggered_by === null) continue;
        const cause = runs.get(r.triggered_by) as ResultRun;
        expect(cause.status).toBe('applied');
        expect(cause.statuses.at(-1)?.at).toBe(r.statuses[0]?.at);
        expect(r.mode).toBe('standard');
      }
      replay(simulation, scenario, (entry, m) => {
        if (entry.kind !== 'queued' || entry.triggered_by === null) return;
        const cause = runs.get(entry.triggered_by) as ResultRun;
        expect(m.triggers).toContain(`${cause.workspace} ${entry.workspace}`);
      });
    },
  );

  always(
    'every finished run queued one run per outbound trigger, or says why not',
    (simulation, scenario) => {
      const runs = index(simulation);
      replay(simulation, scenario, (entry, m) => {
        if (entry.kind !== 'status' || !final(entry.status)) return;
        const ended = runs.get(entry.run) as ResultRun;
        const outbound = m.triggers
          .filter((pair) => pair.startsWith(`${ended.workspace} `))
          .map((pair) => pair.split(' ')[1]);
        const fires = (w: string | undefined) =>
          entry.status === 'applied' && m.mode.get(w ?? '') !== 'local' && m.configured.get(w ?? '') === true;
        const caused = simulation.result.runs
          .filter((r) => r.triggered_by === ended.id)
          .map((r) => r.workspace);
        const refused = simulation.result.not_queued.filter((row) => row.run === ended.id);
        expect(caused).toEqual(outbound.filter(fires));
        expect(refused.map((row) => row.workspace)).toEqual(outbound.filter((w) => !fires(w)));
        for (const row of refused) expect(row.sourceable).toBe(ended.workspace);
      });
    },
  );
});

describe('what may be applied', () => {
  always(
    'no run is applied without grounds to apply by itself or a permitted person',
    (simulation, scenario) => {
      const { layout, actions } = scenario;
      const runs = index(simulation);
      const snapshot = settingsAtCreation(simulation, scenario);
      const starter = startersOf(simulation, scenario);
      let acting: Action | undefined;
      replay(simulation, scenario, (entry) => {
        if (entry.kind === 'action') acting = actions[entry.action];
        else if (entry.kind === 'status' && entry.status === 'confirmed') {
          const r = runs.get(entry.run) as ResultRun;
          const place = layout.workspaces.find(
            (w) => idOf(w) === r.workspace,
          ) as Layout['workspaces'][number];
          const by = starter.get(r.id);
          const cfg = snapshot.get(r.id) as Layout['workspaces'][number];
          const mayApply =
            by?.type === 'start_run' &&
            (by.source === 'vcs' || can(layout, by.as ?? 'owners', place, 'apply_runs'));
          const itself =
            (r.mode === 'allow_empty_apply' && cfg.plan === 'no_changes') ||
            (r.source === 'tfe-run-trigger'
              ? layout.ruleset === 'guide'
                ? cfg.auto_apply
                : cfg.auto_apply_run_trigger
              : r.source === 'cli'
                ? by?.type === 'start_run' && by.auto_approve && mayApply
                : cfg.auto_apply && mayApply);
          const confirmed =
            acting?.type === 'confirm' &&
            (acting.run === r.id || acting.workspace === r.workspace) &&
            can(layout, acting.as ?? 'owners', place, 'apply_runs');
          expect(itself === true || confirmed).toBe(true);
          expect(r.mode === 'plan_only').toBe(false);
          if (r.mode === 'save_plan') expect(confirmed).toBe(true);
        } else if (entry.kind === 'status' && entry.status === 'applied') {
          expect((runs.get(entry.run) as ResultRun).statuses.some((s) => s.status === 'confirmed')).toBe(
            true,
          );
        }
      });
    },
  );

  always('a policy or task that must stop a run is never followed by an apply', (simulation, scenario) => {
    const { layout, actions } = scenario;
    const runs = index(simulation);
    const snapshot = settingsAtCreation(simulation, scenario);
    const overridden = new Set<string>();
    let acting: Action | undefined;
    const before = new Map<string, RunStatus>();
    replay(simulation, scenario, (entry, m) => {
      if (entry.kind === 'action') acting = actions[entry.action];
      if (entry.kind !== 'status') return;
      before.set(entry.run, m.status.get(entry.run) ?? 'pending');
      if (before.get(entry.run) === 'policy_override' && entry.status === 'policy_checked') {
        const r = runs.get(entry.run) as ResultRun;
        const place = layout.workspaces.find((w) => idOf(w) === r.workspace) as Layout['workspaces'][number];
        expect(acting?.type).toBe('override_policy');
        expect(can(layout, acting?.as ?? 'owners', place, 'override_policies')).toBe(true);
        overridden.add(r.id);
      }
      if (entry.status !== 'applying' && entry.status !== 'applied') return;
      const cfg = snapshot.get(entry.run) as Layout['workspaces'][number];
      expect(cfg.policies.some((p) => !p.passes && p.enforcement_level === 'hard-mandatory')).toBe(false);
      expect(cfg.run_tasks.some((t) => !t.passes && t.enforcement_level === 'mandatory')).toBe(false);
      const mustOverride = cfg.policies.some(
        (p) => !p.passes && /^(soft-)?mandatory$/.test(p.enforcement_level),
      );
      if (mustOverride) expect(overridden.has(entry.run)).toBe(true);
    });
  });
});

describe('permissions', () => {
  it('raising a permission never turns an allowed action into a refused one', TIMEOUT, () => {
    const PERMISSION_RULES = /^(RT-07|RT-08|RUN-08|AA-26|PM-20|POL-06|LK-04|RUN-04|RUN-05|RUN-06)$/;
    fc.assert(
      fc.property(board, fc.nat(), (raw, pick) => {
        const scenario = parsed(raw);
        const acted = scenario.actions.filter((a) => a.as !== undefined && a.as !== 'owners');
        const team = acted[pick % Math.max(1, acted.length)]?.as;
        if (team === undefined) return;
        // Up to the first action of that team that only the raised permission lets through, both simulations
        // are the same; so the first difference, if any, is an action that was refused and is now allowed, or
        // a run of the team that may now apply by itself.
        const raised: Scenario = {
          ...scenario,
          layout: {
            ...scenario.layout,
            teams: scenario.layout.teams.map((t) =>
              t.name === team
                ? {
                    ...t,
                    organization_access: {
                      ...t.organization_access,
                      manage_workspaces: true,
                      manage_policy_overrides: true,
                    },
                  }
                : t,
            ),
          },
        };
        const low = run(scenario);
        const high = run(raised);
        const at = low.log.findIndex((entry, i) => JSON.stringify(entry) !== JSON.stringify(high.log[i]));
        if (at < 0) return;
        const [was, is] = [low.log[at] as LogEntry, high.log[at] as LogEntry];
        if (is.kind === 'rejected') {
          expect(was.kind).toBe('rejected');
          expect(was.kind === 'rejected' && PERMISSION_RULES.test(was.rule)).toBe(true);
          expect(was.kind === 'rejected' && was.action).toBe(is.action);
        }
      }),
      cases(),
    );
  });
});

describe('independence', () => {
  it('adding an unrelated workspace changes nothing else', TIMEOUT, () => {
    fc.assert(
      fc.property(board, fc.nat(), (raw, where) => {
        const workspaces = raw.layout['workspaces'] as Record<string, unknown>[];
        const at = where % (workspaces.length + 1);
        const extra = { name: 'unrelated', organization: 'org0', auto_apply: true };
        const more: RawScenario = {
          ...raw,
          layout: { ...raw.layout, workspaces: [...workspaces.slice(0, at), extra, ...workspaces.slice(at)] },
        };
        expect(JSON.stringify(run(parsed(more)))).toBe(JSON.stringify(run(parsed(raw))));
      }),
      cases(),
    );
  });

  it('the same input gives the same bytes, in whatever order its keys stand', TIMEOUT, () => {
    const shuffled = (value: unknown, seed: number): unknown => {
      if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, item]) => [key, shuffled(item, seed)] as const);
      const turn = entries.length === 0 ? 0 : seed % entries.length;
      const turned = [...entries.slice(turn), ...entries.slice(0, turn)];
      return Object.fromEntries(seed % 2 === 0 ? turned : turned.reverse());
    };
    fc.assert(
      fc.property(board, fc.nat(), (raw, seed) => {
        const first = JSON.stringify(run(parsed(raw)));
        expect(JSON.stringify(run(parsed(raw)))).toBe(first);
        expect(JSON.stringify(run(parsed(shuffled(raw, seed) as RawScenario)))).toBe(first);
      }),
      cases(),
    );
  });

  it('a parsed scenario survives JSON and is not changed by the simulation', TIMEOUT, () => {
    fc.assert(
      fc.property(board, (raw) => {
        const scenario = parsed(raw);
        const text = JSON.stringify(scenario);
        const first = run(scenario);
        expect(JSON.stringify(scenario)).toBe(text);
        expect(run(JSON.parse(text))).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
      cases(),
    );
  });

  it('lists of actions that agree up to a time give logs that agree before it', TIMEOUT, () => {
    fc.assert(
      fc.property(board, fc.nat(), (raw, pick) => {
        const whole = parsed(raw);
        const cut = pick % (whole.actions.length + 1);
        const whole_ = run(whole).log;
        const part = run({ ...whole, actions: whole.actions.slice(0, cut) }).log;
        const end = whole_.findIndex((entry) => entry.kind === 'action' && entry.action === cut);
        expect(whole_.slice(0, end < 0 ? whole_.length : end)).toEqual(
          part.slice(0, end < 0 ? part.length : end),
        );
        const at = end < 0 ? undefined : whole_[end]?.at;
        if (at !== undefined) expect(part.filter((e) => e.at < at)).toEqual(whole_.filter((e) => e.at < at));
      }),
      cases(),
    );
  });
});

/** What may follow each status in one run; the statuses of a stage that a run lacks are left out. */
const CHECKS: RunStatus[] = ['post_plan_running', 'cost_estimating', 'policy_checking'];
const DECIDED: RunStatus[] = ['planned_and_finished', 'planned_and_saved', 'confirmed', 'discarded'];
const NEXT: Record<RunStatus, RunStatus[]> = {
  pending: ['pre_plan_running', 'planning', 'discarded'],
  pre_plan_running: ['pre_plan_completed', 'errored', 'canceled'],
  pre_plan_completed: ['planning'],
  planning: ['planned', 'errored', 'canceled', 'discarded'],
  planned: [...CHECKS, ...DECIDED],
  post_plan_running: ['post_plan_completed', 'errored', 'canceled', 'discarded'],
  post_plan_completed: ['cost_estimating', 'policy_checking', ...DECIDED],
  cost_estimating: ['cost_estimated', 'discarded'],
  cost_estimated: ['policy_checking', ...DECIDED],
  policy_checking: ['policy_checked', 'policy_override', 'policy_soft_failed', 'errored', 'discarded'],
  policy_override: ['policy_checked', 'discarded'],
  policy_checked: ['cost_estimating', 'policy_checking', ...DECIDED],
  planned_and_saved: ['confirmed', 'discarded'],
  confirmed: ['pre_apply_running', 'applying', 'discarded'],
  pre_apply_running: ['pre_apply_completed', 'errored', 'canceled'],
  pre_apply_completed: ['applying'],
  applying: ['post_apply_running', 'applied', 'errored', 'canceled'],
  post_apply_running: ['post_apply_completed', 'canceled'],
  post_apply_completed: ['applied'],
  applied: [],
  planned_and_finished: [],
  policy_soft_failed: [],
  discarded: [],
  errored: [],
  canceled: [],
};
const WAITS_IN: Record<string, RunStatus[]> = {
  confirmation: ['planned', 'post_plan_completed', 'cost_estimated', 'policy_checked', 'planned_and_saved'],
  policy_override: ['policy_override'],
  unlock: ['pending'],
  earlier_run: ['pending'],
};

describe('every run', () => {
  always('moves only as the contract lets it', ({ result }) => {
    for (const r of result.runs) {
      expect(r.statuses[0]?.status).toBe('pending');
      expect(r.statuses.at(-1)?.status).toBe(r.status);
      for (let i = 1; i < r.statuses.length; i++) {
        const [from, to] = [r.statuses[i - 1], r.statuses[i]];
        if (from === undefined || to === undefined) continue;
        expect(NEXT[from.status], `${r.id} after ${from.status}`).toContain(to.status);
        expect(to.at).toBeGreaterThanOrEqual(from.at);
      }
    }
  });

  always('has ended or waits for something named when all is quiet', ({ result }) => {
    for (const r of result.runs) {
      expect(final(r.status)).toBe(r.waiting_for === null);
      if (r.waiting_for !== null) expect(WAITS_IN[r.waiting_for]).toContain(r.status);
    }
  });

  always('names a rule exactly where it was not applied', ({ result }) => {
    for (const r of result.runs) {
      if (r.status === 'applied') expect(r.rule).toBeNull();
      else expect(r.rule).toMatch(/^[A-Z]+-\d\d$/);
    }
  });

  always('is in the log as in the result, in the order of time', ({ log, result }, { actions }) => {
    for (const r of result.runs) {
      const lines = log.filter((e) => e.kind === 'status' && e.run === r.id);
      expect(lines.map((e) => ({ status: e.kind === 'status' && e.status, at: e.at }))).toEqual(r.statuses);
    }
    for (let i = 1; i < log.length; i++) expect(log[i]?.at).toBeGreaterThanOrEqual(log[i - 1]?.at ?? 0);
    const rejected = log.flatMap((e) =>
      e.kind === 'rejected' ? [{ action: e.action, rule: e.rule, message: e.message }] : [],
    );
    expect(rejected).toEqual(result.rejections);
    expect(log.filter((e) => e.kind === 'action').length).toBe(actions.length);
    const last = Math.max(
      0,
      ...log.filter((e) => e.kind === 'action' || e.kind === 'status').map((e) => e.at),
    );
    expect(result.ended_at).toBe(last);
  });

  always('in a random board the simulation ends, with every refusal and every gap in words', ({ result }) => {
    for (const row of [...result.rejections, ...result.not_queued]) {
      expect(row.rule).toMatch(/^[A-Z]+-\d\d$/);
      expect(row.message.length).toBeGreaterThan(10);
    }
  });
});

/** Each run's workspace as it was when the run was created. */
function settingsAtCreation({ log }: Simulation, { layout, actions }: Scenario) {
  const now = new Map(layout.workspaces.map((w) => [idOf(w), w]));
  const kept = new Map<string, Layout['workspaces'][number]>();
  let acting: Action | undefined;
  for (const entry of log) {
    if (entry.kind === 'action') acting = actions[entry.action];
    if (entry.kind === 'set' && acting?.type === 'set')
      now.set(entry.workspace, {
        ...(now.get(entry.workspace) as object),
        ...acting.settings,
      } as Layout['workspaces'][number]);
    if (entry.kind === 'queued')
      kept.set(entry.run, now.get(entry.workspace) as Layout['workspaces'][number]);
  }
  return kept;
}

/** The action that started each run that nobody triggered. */
function startersOf({ log }: Simulation, { actions }: Scenario) {
  const by = new Map<string, Action>();
  let acting: Action | undefined;
  for (const entry of log) {
    if (entry.kind === 'action') acting = actions[entry.action];
    if (entry.kind === 'queued' && entry.triggered_by === null && acting) by.set(entry.run, acting);
  }
  return by;
}
