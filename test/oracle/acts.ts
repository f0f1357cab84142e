import type { Action } from '#model/scenario/action.ts';
import type { Workspace } from '#model/layout/layout.ts';
import type { Permission } from '#model/layout/permission.ts';
import { can } from './access.ts';
import type { movesOf } from './moves.ts';
import { looks, type Place, queued, type Run, status, type World } from './world.ts';

/** What a person or a tool does. */
export function actsOf(
  world: World,
  { create, end, enter, next, goOn }: ReturnType<typeof movesOf>,
  waitingFor: (r: Run) => unknown,
) {
  const { layout, runs } = world;
  const { place, busy } = looks(world);

  function createTrigger(from: Place, to: Place, as: string): string | null {
    if (from.start.organization !== to.start.organization) return 'RT-05';
    if (from === to) return 'RT-22';
    if (world.triggers.some((t) => t.from === from && t.to === to)) return 'RT-25';
    if (world.triggers.filter((t) => t.to === to).length >= 20) return 'RT-03';
    const reached = [to];
    for (const p of reached)
      for (const t of world.triggers) if (t.from === p && !reached.includes(t.to)) reached.push(t.to);
    if (reached.includes(from)) return 'CY-11';
    if (!can(layout, as, to.start, 'manage_settings') || !can(layout, as, from.start, 'read_runs'))
      return 'RT-07';
    world.triggers.push({ from, to });
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
        const found = world.triggers.find((t) => t.from === from && t.to === to);
        if (!found || !able(to, 'manage_settings')) return false;
        world.triggers = world.triggers.filter((t) => t !== found);
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

  return { createTrigger, act };
}
