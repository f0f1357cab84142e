import { type Misconception, workspaces } from './misconception.ts';

/** Mistaken beliefs about the stages of a run. */
export const ABOUT_STAGES: readonly Misconception[] = [
  {
    id: 'advisory-stops',
    title: 'An advisory failure stops the run',
    truth: 'An advisory failure only warns, and the run goes on.',
    facts: ['POL-02', 'TSK-02'],
    believed: (s) =>
      workspaces(s, (w) => ({
        ...w,
        policies: w.policies.map((p) =>
          p.enforcement_level !== 'advisory'
            ? p
            : p.kind === 'opa'
              ? { ...p, enforcement_level: 'mandatory' as const }
              : { ...p, enforcement_level: 'soft-mandatory' as const },
        ),
        run_tasks: w.run_tasks.map((t) =>
          t.enforcement_level === 'advisory' && t.stage !== 'post_apply'
            ? { ...t, enforcement_level: 'mandatory' as const }
            : t,
        ),
      })),
  },
  {
    id: 'soft-is-hard',
    title: 'A soft-mandatory failure ends the run as errored',
    truth: 'After a soft-mandatory failure the run pauses until it is overridden or discarded.',
    facts: ['POL-02', 'POL-04'],
    believed: (s) =>
      workspaces(s, (w) => ({
        ...w,
        policies: w.policies.map((p) =>
          p.kind === 'sentinel' && p.enforcement_level === 'soft-mandatory'
            ? { ...p, enforcement_level: 'hard-mandatory' as const }
            : p,
        ),
      })),
  },
  {
    id: 'post-apply-tasks-gate',
    title: 'A failed post-apply task fails the run',
    truth: 'A failed post-apply task is only a warning. It never stops a run.',
    facts: ['TSK-06'],
    believed: (s) =>
      workspaces(s, (w) =>
        w.run_tasks.some((t) => t.stage === 'post_apply' && !t.passes) ? { ...w, apply: 'errors' } : w,
      ),
  },
  {
    id: 'every-policy-sees-costs',
    title: 'All policies come after cost estimation',
    truth: 'OPA policies come before cost estimation; only Sentinel policy checks come after it.',
    facts: ['POL-10', 'RUN-01'],
    believed: (s) =>
      workspaces(s, (w) => ({
        ...w,
        policies: w.policies.map((p) =>
          p.kind === 'opa'
            ? {
                name: p.name,
                kind: 'sentinel' as const,
                enforcement_level:
                  p.enforcement_level === 'advisory' ? ('advisory' as const) : ('soft-mandatory' as const),
                passes: p.passes,
              }
            : p,
        ),
      })),
  },
  {
    id: 'costs-come-last',
    title: 'Cost estimation comes after all policies',
    truth: 'Sentinel policy checks come after cost estimation, so that they can use it.',
    facts: ['POL-10', 'CE-02'],
    believed: (s) =>
      workspaces(s, (w) => ({
        ...w,
        policies: w.policies.map((p) =>
          p.kind === 'sentinel'
            ? {
                name: p.name,
                kind: 'opa' as const,
                enforcement_level:
                  p.enforcement_level === 'advisory' ? ('advisory' as const) : ('mandatory' as const),
                passes: p.passes,
              }
            : p,
        ),
      })),
  },
  {
    id: 'pre-apply-precedes-confirmation',
    title: 'Pre-apply tasks run before the confirmation',
    truth: 'Pre-apply tasks run for confirmed runs only.',
    facts: ['TSK-05', 'RUN-01'],
    believed: null,
  },
  {
    id: 'applied-precedes-post-apply',
    title: 'A run is applied before its post-apply tasks',
    truth: 'Post-apply tasks answer before the run enters `applied`.',
    facts: ['RUN-01', 'FI-35'],
    believed: null,
  },
  {
    id: 'tasks-follow-policies',
    title: 'Post-plan tasks come after the policies',
    truth: 'Post-plan tasks come right after the plan, before any policy.',
    facts: ['RUN-01'],
    believed: null,
  },
  {
    id: 'plan-only-goes-on',
    title: 'A plan-only run goes on after its plan',
    truth: 'A plan-only run has nothing to apply, so it ends after its plan and checks.',
    facts: ['AA-10', 'MODE-02'],
    believed: (s) => ({
      ...s,
      actions: s.actions.map((a) =>
        a.type === 'start_run' && a.mode === 'plan_only' ? { ...a, mode: 'standard' } : a,
      ),
    }),
  },
  {
    id: 'empty-plans-go-on',
    title: 'A run goes on to its apply without changes',
    truth: 'Without changes there is nothing to apply, so the run ends `planned_and_finished`.',
    facts: ['AA-22'],
    believed: (s) => workspaces(s, (w) => (w.plan === 'no_changes' ? { ...w, plan: 'changes' } : w)),
  },
];
