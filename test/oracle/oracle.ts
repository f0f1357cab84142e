import type { Action, Scenario } from '#model/action.ts';
import { idOf, type Layout, type Workspace } from '#model/layout.ts';
import type { Permission } from '#model/permission.ts';
import type { Result, ResultRun } from '#model/result.ts';
import type { RunStatus, WaitingFor } from '#model/run.ts';

/**
 * A second model of the contract, as simple as it can be: plain lists, searched from the start every time.
 * It knows no rules, writes no log and explains nothing, so it shares no mistake with the engine but those of
 * whoever read the contract.
 */
export interface OracleResult {
  runs: Omit<ResultRun, 'rule'>[];
  not_queued: { run: string; sourceable: string; workspace: string }[];
  /** `rule` only where the contract names it: at the creation of a trigger. */
  rejections: { action: number | null; rule?: string }[];
  stale: { workspace: string; sourceable: string }[];
  ended_at: number;
}

type Step =
  | 'pre_plan'
  | 'plan'
  | 'post_plan'
  | 'opa'
  | 'cost'
  | 'sentinel'
  | 'decide'
  | 'pre_apply'
  | 'apply'
  | 'post_apply'
  | 'done';
const STEPS: Step[] = [
  'pre_plan',
  'plan',
  'post_plan',
  'opa',
  'cost',
  'sentinel',
  'decide',
  'pre_apply',
  'apply',
  'post_apply',
  'done',
];

interface Run {
  number: number;
  ws: Place;
  cfg: Workspace;
  source: ResultRun['source'];
  by: string;
  approve: boolean;
  cause: Run | null;
  mode: ResultRun['mode'];
  statuses: { status: RunStatus; at: number }[];
  waits: 'confirmation' | 'policy_override' | 'slot' | null;
  step: Step;
  slot: boolean;
  confirmed: boolean;
  ended: boolean;
  due: { at: number; order: number } | null;
  changes: boolean;
  fails: boolean;
  planMode: string;
  planMoment: number;
}

interface Place {
  id: string;
  start: Workspace;
  now: Workspace;
  lock: string | null;
  last: Run | null;
  lastMoment: number;
}

export function oracle({ layout, actions }: Scenario): OracleResult {
  const places: Place[] = layout.workspaces.map((w) => ({
    id: idOf(w),
    start: w,
    now: w,
    lock: w.locked ? 'owners' : null,
    last: null,
    lastMoment: 0,
  }));
  const runs: Run[] = [];
  let triggers: { from: Place; to: Place }[] = [];
  const out: OracleResult = { runs: [], not_queued: [], rejections: [], stale: [], ended_at: 0 };
  let now = 0;
  let order = 0;
  let moment = 0;

  const place = (id: string): Place => places.find((p) => p.id === id) as Place;
  const status = (r: Run): RunStatus => r.statuses.at(-1)?.status as RunStatus;
  const queued = (r: Run) => status(r) === 'pending';
  const aside = (r: Run) => r.mode === 'plan_only' || (r.mode === 'save_plan' && !r.confirmed);
  const inProgress = (r: Run) => !r.ended && !queued(r) && !aside(r);
  const busy = (p: Place) => runs.find((r) => r.ws === p && inProgress(r));
  const before = (r: Run) =>
    runs.some(
      (o) => o !== r && o.ws === r.ws && (inProgress(o) || (o.number < r.number && queued(o) && !aside(o))),
    );

  function enter(r: Run, to: RunStatus) {
    r.statuses.push({ status: to, at: now });
    moment++;
    out.ended_at = Math.max(out.ended_at, now);
  }

  function create(p: Place, r: Pick<Run, 'source' | 'by' | 'approve' | 'cause' | 'mode'>) {
    if (runs.length >= 10_000) throw new Error('too many runs');
    const made: Run = {
      ...r,
      number: runs.length + 1,
      ws: p,
      cfg: p.now,
      statuses: [],
      waits: null,
      step: 'pre_plan',
      slot: false,
      confirmed: false,
      ended: false,
      due: null,
      changes: true,
      fails: false,
      planMode: '',
      planMoment: 0,
    };
    runs.push(made);
    enter(made, 'pending');
  }

  function end(r: Run, as: RunStatus) {
    enter(r, as);
    r.ended = true;
    r.slot = false;
    r.waits = null;
    r.due = null;
    if (as === 'applied') {
      r.ws.last = r;
      r.ws.lastMoment = moment;
    }
    for (const t of triggers.filter((t) => t.from === r.ws)) {
      if (as === 'applied' && t.to.now.execution_mode !== 'local' && t.to.now.has_configuration)
        create(t.to, { source: 'tfe-run-trigger', by: 'owners', approve: false, cause: r, mode: 'standard' });
      else out.not_queued.push({ run: `run-${r.number}`, sourceable: r.ws.id, workspace: t.to.id });
    }
    if (as === 'applied')
      for (const o of runs)
        if (
          o.ws === r.ws &&
          !o.ended &&
          o.mode === 'save_plan' &&
          !o.confirmed &&
          o.statuses.some((s) => s.status === 'planning')
        )
          end(o, 'discarded');
  }

  function wait(r: Run, on: 'confirmation' | 'policy_override') {
    r.waits = on;
    r.slot = false;
  }

  const tasks = (r: Run, stage: string) => r.cfg.run_tasks.filter((t) => t.stage === stage);
  const policies = (r: Run, kind: string) => r.cfg.policies.filter((p) => p.kind === kind);

  /** The step that takes time next, after what takes none. */
  function goOn(r: Run) {
    const has: Record<Step, boolean> = {
      pre_plan: tasks(r, 'pre_plan').length > 0,
      plan: true,
      post_plan: tasks(r, 'post_plan').length > 0,
      opa: policies(r, 'opa').length > 0,
      cost: r.cfg.cost_estimation,
      sentinel: policies(r, 'sentinel').length > 0,
      decide: true,
      pre_apply: tasks(r, 'pre_apply').length > 0,
      apply: true,
      post_apply: tasks(r, 'post_apply').length > 0,
      done: true,
    };
    while (!has[r.step]) r.step = STEPS[STEPS.indexOf(r.step) + 1] as Step;
    if (r.step === 'decide') return decide(r);
    if (r.step === 'done') return end(r, 'applied');
    if (!r.slot) {
      r.waits = 'slot';
      return;
    }
    r.waits = null;
    const entered: Record<string, RunStatus> = {
      pre_plan: 'pre_plan_running',
      plan: 'planning',
      post_plan: 'post_plan_running',
      opa: 'policy_checking',
      cost: 'cost_estimating',
      sentinel: 'policy_checking',
      pre_apply: 'pre_apply_running',
      apply: 'applying',
      post_apply: 'post_apply_running',
    };
    enter(r, entered[r.step] as RunStatus);
    const takes = r.step === 'plan' ? r.cfg.seconds.plan : r.step === 'apply' ? r.cfg.seconds.apply : 5;
    r.due = { at: now + takes, order: order++ };
    if (r.step === 'plan') plan(r);
  }

  function decide(r: Run) {
    if (r.mode === 'plan_only') return end(r, 'planned_and_finished');
    if (!r.changes && r.mode !== 'allow_empty_apply') return end(r, 'planned_and_finished');
    if (r.mode === 'save_plan') {
      enter(r, 'planned_and_saved');
      return wait(r, 'confirmation');
    }
    const mayApply = can(layout, r.by, r.ws.start, 'apply_runs');
    let self = false;
    if (!r.changes) self = true;
    else if (r.source === 'tfe-run-trigger')
      self = layout.ruleset === 'guide' ? r.cfg.auto_apply : r.cfg.auto_apply_run_trigger;
    else if (r.source === 'cli') self = r.approve && mayApply;
    else self = r.cfg.auto_apply && (r.source === 'vcs' || mayApply);
    if (!self) return wait(r, 'confirmation');
    enter(r, 'confirmed');
    r.step = 'pre_apply';
    goOn(r);
  }

  const again = (source: string, of: Place, since: number) =>
    source !== of.id && place(source).lastMoment > since;

  function plan(r: Run) {
    r.planMoment = moment;
    r.planMode = r.ws.now.execution_mode;
    r.fails = r.cfg.plan === 'errors';
    // A run keeps the variables it was created with, also where its workspace became local while it waited.
    for (const need of r.cfg.requires)
      if (!hasVariable(layout, r.cfg, need.category, need.key)) r.fails = true;
    for (const read of r.cfg.reads) {
      const from = place(read.workspace);
      const outputs = from.last
        ? from.last.mode === 'destroy'
          ? []
          : from.last.cfg.outputs
        : from.start.has_state
          ? from.start.outputs
          : [];
      if (!outputs.some((o) => o.name === read.output)) r.fails = true;
      if (from === r.ws) continue;
      const same = from.start.organization === r.ws.start.organization;
      if (read.via === 'tfe_outputs') {
        const team = r.cfg.tfe_token_team;
        if (team === null || !same || !can(layout, team, from.start, 'read_state_outputs')) r.fails = true;
      } else if (!same) r.fails = true;
      else if (
        layout.ruleset === 'hcp' &&
        !from.now.global_remote_state &&
        !from.now.remote_state_consumer_ids.includes(r.ws.id)
      )
        r.fails = true;
    }
    r.changes = r.cfg.plan !== 'no_changes';
    if (r.cfg.plan === 'auto' && r.cause !== null && (r.ws.last || r.ws.start.has_state)) {
      const since = r.ws.last ? r.ws.last.planMoment : 0;
      r.changes = r.cfg.reads.some((read) => again(read.workspace, r.ws, since));
    }
  }

  function checked(r: Run, kind: string) {
    const failed = policies(r, kind).filter((p) => !p.passes);
    if (failed.some((p) => p.enforcement_level === 'hard-mandatory')) return end(r, 'errored');
    if (failed.some((p) => p.enforcement_level === 'soft-mandatory' || p.enforcement_level === 'mandatory')) {
      if (r.mode === 'plan_only') return end(r, 'policy_soft_failed');
      enter(r, 'policy_override');
      return wait(r, 'policy_override');
    }
    enter(r, 'policy_checked');
    next(r);
  }

  function next(r: Run) {
    r.step = STEPS[STEPS.indexOf(r.step) + 1] as Step;
    goOn(r);
  }

  function finish(r: Run) {
    r.due = null;
    switch (r.step) {
      case 'pre_plan':
      case 'post_plan':
      case 'pre_apply':
      case 'post_apply':
        if (tasks(r, r.step).some((t) => !t.passes && t.enforcement_level === 'mandatory'))
          return end(r, 'errored');
        enter(r, `${r.step}_completed`);
        return next(r);
      case 'plan':
        if (r.fails) return end(r, 'errored');
        enter(r, 'planned');
        return next(r);
      case 'opa':
      case 'sentinel':
        return checked(r, r.step);
      case 'cost':
        enter(r, 'cost_estimated');
        return next(r);
      case 'apply':
        if (r.cfg.apply === 'errors' || r.ws.now.execution_mode !== r.planMode) return end(r, 'errored');
        return next(r);
      default:
        throw new Error(r.step);
    }
  }

  /** One at a time, the first that may: confirmed and overridden, then pending, then plan-only. */
  function settle() {
    for (;;) {
      const free = (r: Run) => {
        const most =
          layout.organizations.find((o) => o.name === r.ws.start.organization)?.concurrency ?? null;
        const used = runs.filter((o) => o.slot && o.ws.start.organization === r.ws.start.organization).length;
        return most === null || used < most;
      };
      const may = (r: Run) => aside(r) || (!before(r) && r.ws.lock === null);
      const found =
        runs.find((r) => r.waits === 'slot' && free(r)) ??
        runs.find((r) => queued(r) && r.mode !== 'plan_only' && may(r) && free(r)) ??
        runs.find((r) => queued(r) && r.mode === 'plan_only' && free(r));
      if (!found) return;
      found.slot = true;
      goOn(found);
    }
  }

  function waitingFor(r: Run): WaitingFor | null {
    if (r.ended) return null;
    if (r.waits === 'slot') return 'concurrency';
    if (r.waits !== null) return r.waits;
    if (!queued(r)) return null;
    if (!aside(r) && before(r)) return 'earlier_run';
    if (!aside(r) && r.ws.lock !== null) return 'unlock';
    return 'concurrency';
  }

  function advance(limit: number) {
    for (;;) {
      let first: Run | null = null;
      for (const r of runs) {
        if (r.due === null || r.due.at > limit) continue;
        if (
          first?.due &&
          (first.due.at < r.due.at || (first.due.at === r.due.at && first.due.order < r.due.order))
        )
          continue;
        first = r;
      }
      if (!first?.due) return;
      now = first.due.at;
      finish(first);
      settle();
    }
  }

  function createTrigger(from: Place, to: Place, as: string): string | null {
    if (from.start.organization !== to.start.organization) return 'RT-05';
    if (from === to) return 'RT-22';
    if (triggers.some((t) => t.from === from && t.to === to)) return 'RT-25';
    if (triggers.filter((t) => t.to === to).length >= 20) return 'RT-03';
    const reached = [to];
    for (const p of reached)
      for (const t of triggers) if (t.from === p && !reached.includes(t.to)) reached.push(t.to);
    if (reached.includes(from)) return 'CY-11';
    if (!can(layout, as, to.start, 'manage_settings') || !can(layout, as, from.start, 'read_runs'))
      return 'RT-07';
    triggers.push({ from, to });
    return null;
  }

  /** @returns true where it was done, false where refused, a rule where the contract names it */
  function act(a: Action): boolean | string {
    const as = a.as ?? 'owners';
    const able = (p: Place, what: Permission) => can(layout, as, p.start, what);
    switch (a.type) {
      case 'create_run_trigger':
        return createTrigger(place(a.sourceable), place(a.workspace), as) ?? true;
      case 'delete_run_trigger': {
        const [from, to] = [place(a.sourceable), place(a.workspace)];
        const found = triggers.find((t) => t.from === from && t.to === to);
        if (!found || !able(to, 'manage_settings')) return false;
        triggers = triggers.filter((t) => t !== found);
        return true;
      }
      case 'lock': {
        const p = place(a.workspace);
        if (!able(p, 'lock') || p.lock !== null || busy(p)) return false;
        p.lock = as;
        return true;
      }
      case 'unlock': {
        const p = place(a.workspace);
        if (!able(p, 'lock') || p.lock === null) return false;
        if (p.lock !== as && !able(p, 'manage_settings')) return false;
        p.lock = null;
        return true;
      }
      case 'set': {
        const p = place(a.workspace);
        const given = Object.keys(a.settings);
        if (given.includes('variables') && !able(p, 'write_variables')) return false;
        if (given.some((key) => key !== 'variables') && !able(p, 'manage_settings')) return false;
        p.now = { ...p.now, ...(a.settings as Partial<Workspace>) };
        return true;
      }
      case 'start_run': {
        const p = place(a.workspace);
        if (p.now.execution_mode === 'local' || !p.now.has_configuration) return false;
        if (a.source !== 'vcs' && !able(p, 'queue_plans')) return false;
        create(p, { source: a.source, by: as, approve: a.auto_approve, cause: null, mode: a.mode });
        return true;
      }
      default: {
        let r: Run | undefined;
        if (a.run !== undefined) r = runs.find((o) => `run-${o.number}` === a.run);
        else {
          const p = place(a.workspace as string);
          r =
            busy(p) ??
            runs.find((o) => o.ws === p && queued(o) && o.mode !== 'plan_only' && o.mode !== 'save_plan');
        }
        if (!r || r.ended) return false;
        if (!able(r.ws, a.type === 'override_policy' ? 'override_policies' : 'apply_runs')) return false;
        if (a.type === 'discard') {
          if (waitingFor(r) === null && status(r) !== 'post_plan_running') return false;
          end(r, 'discarded');
          return true;
        }
        if (a.type === 'cancel') {
          const running = [
            'pre_plan_running',
            'planning',
            'post_plan_running',
            'pre_apply_running',
            'applying',
          ];
          if (![...running, 'post_apply_running'].includes(status(r))) return false;
          end(r, 'canceled');
          return true;
        }
        if (a.type === 'override_policy') {
          if (r.waits !== 'policy_override') return false;
          if (!r.changes && r.mode !== 'allow_empty_apply') return false;
          r.waits = null;
          enter(r, 'policy_checked');
          next(r);
          return true;
        }
        if (r.waits !== 'confirmation') return false;
        if (r.mode === 'save_plan' && (busy(r.ws) || r.ws.lock !== null)) return false;
        r.waits = null;
        r.confirmed = true;
        enter(r, 'confirmed');
        r.step = 'pre_apply';
        goOn(r);
        return true;
      }
    }
  }

  for (const t of layout.run_triggers) {
    const rule = createTrigger(place(t.sourceable), place(t.workspace), 'owners');
    if (rule !== null) out.rejections.push({ action: null, rule });
  }
  for (const [i, action] of actions.entries()) {
    advance(action.at ?? Number.POSITIVE_INFINITY);
    now = Math.max(now, action.at ?? 0);
    out.ended_at = Math.max(out.ended_at, now);
    const done = act(action);
    if (typeof done === 'string') out.rejections.push({ action: i, rule: done });
    else if (!done) out.rejections.push({ action: i });
    settle();
  }
  advance(Number.POSITIVE_INFINITY);

  out.runs = runs.map((r) => ({
    id: `run-${r.number}`,
    workspace: r.ws.id,
    source: r.source,
    triggered_by: r.cause === null ? null : `run-${r.cause.number}`,
    mode: r.mode,
    status: status(r),
    waiting_for: waitingFor(r),
    statuses: r.statuses,
  }));
  for (const p of places) {
    const reads = p.last ? p.last.cfg.reads : p.start.has_state ? p.start.reads : [];
    for (const read of reads) {
      if (!again(read.workspace, p, p.last ? p.last.planMoment : 0)) continue;
      if (out.stale.some((s) => s.workspace === p.id && s.sourceable === read.workspace)) continue;
      out.stale.push({ workspace: p.id, sourceable: read.workspace });
    }
  }
  return out;
}

/** Whether a variable set or the workspace itself holds the variable. */
function hasVariable(layout: Layout, w: Workspace, category: string, key: string): boolean {
  const sets = layout.variable_sets.filter(
    (s) =>
      s.organization === w.organization &&
      (s.global || s.workspaces.includes(idOf(w)) || (w.project !== null && s.projects.includes(w.project))),
  );
  return [w.variables, ...sets.map((s) => s.variables)]
    .flat()
    .some((v) => v.category === category && v.key === key);
}

/** The table of "Who may do what". */
export function can(layout: Layout, name: string, w: Workspace, what: Permission): boolean {
  if (name === 'owners') return true;
  const team = layout.teams.find((t) => t.name === name && t.organization === w.organization);
  if (!team) return false;
  const READ: Permission[] = ['read_runs', 'read_variables', 'read_state_outputs', 'read_state'];
  const PLAN: Permission[] = [...READ, 'queue_plans'];
  const WRITE: Permission[] = [...PLAN, 'apply_runs', 'write_variables', 'write_state', 'lock'];
  const ADMIN: Permission[] = [...WRITE, 'manage_settings'];
  const roles: Record<string, Permission[]> = {
    read: READ,
    plan: PLAN,
    write: WRITE,
    admin: ADMIN,
    maintain: ADMIN,
  };
  const granted: Permission[] = [];
  const o = team.organization_access;
  if (o.read_workspaces) granted.push(...READ);
  if (o.manage_workspaces || o.manage_projects) granted.push(...ADMIN);
  if (o.manage_policies) granted.push('read_runs');
  if (o.manage_policy_overrides) granted.push('read_runs', 'override_policies');
  for (const grant of team.project_access)
    if (grant.project === w.project) granted.push(...(roles[grant.access] ?? []));
  for (const grant of team.workspace_access) {
    if (grant.workspace !== idOf(w)) continue;
    if (grant.access) granted.push(...(roles[grant.access] ?? []));
    const p = grant.permissions;
    if (!p) continue;
    granted.push('read_runs');
    if (p.runs !== 'read') granted.push('queue_plans');
    if (p.runs === 'apply') granted.push('apply_runs');
    if (p.variables !== 'none') granted.push('read_variables');
    if (p.variables === 'write') granted.push('write_variables');
    if (p.state_versions !== 'none') granted.push('read_state_outputs');
    if (p.state_versions === 'read' || p.state_versions === 'write') granted.push('read_state');
    if (p.state_versions === 'write') granted.push('write_state');
    if (p.workspace_locking) granted.push('lock');
  }
  return granted.includes(what);
}

/** What of the engine's result the oracle speaks about. */
export function comparable(result: Result): OracleResult {
  return {
    runs: result.runs.map(({ rule: _, ...run }) => run),
    not_queued: result.not_queued.map(({ run, sourceable, workspace }) => ({ run, sourceable, workspace })),
    rejections: result.rejections.map(({ action, rule }) => ({ action, rule })),
    stale: result.stale,
    ended_at: result.ended_at,
  };
}
