import type { RunStatus } from '#model/scenario/run.ts';
import { can, hasVariable } from './access.ts';
import { looks, type Place, type Run, type Step, STEPS, type World } from './world.ts';

/** How a run moves. */
export function movesOf(world: World) {
  const { layout, runs, out } = world;
  const { place, again } = looks(world);

  function enter(r: Run, to: RunStatus) {
    r.statuses.push({ status: to, at: world.now });
    world.moment++;
    out.ended_at = Math.max(out.ended_at, world.now);
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
      r.ws.lastMoment = world.moment;
    }
    for (const t of world.triggers.filter((t) => t.from === r.ws)) {
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
    r.due = { at: world.now + takes, order: world.order++ };
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

  function plan(r: Run) {
    r.planMoment = world.moment;
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

  return { create, end, enter, next, goOn, finish };
}
