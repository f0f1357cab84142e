import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { ResultRun } from '#model/scenario/result.ts';
import type { RunStatus } from '#model/scenario/run.ts';
import { cases, parsed } from '../arbitraries/scenario.ts';
import { can } from '../oracle/access.ts';

import {
  board,
  TIMEOUT,
  run,
  always,
  final,
  organizationOf,
  index,
  replay,
  holds,
  aside,
  settingsAtCreation,
  startersOf,
  type Moment,
} from './history.ts';

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
    'AC 21: every finished run queued one run per outbound trigger, or says why not',
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
