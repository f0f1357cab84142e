import { aboutRun, type Rule } from './rule.ts';

/** Fact: FI-12. */
export const fi12PlanOnly: Rule<'fire'> = {
  id: 'fi-12-plan-only',
  fact: 'FI-12',
  at: 'fire',
  only: 'planned_and_finished',
  effect: 'skip',
  title: 'A plan-only run never fires',
  why: 'A speculative run has no apply phase, so there is no successful apply to hear.',
  fix: 'Merge the change, or start a standard run.',
  evidence: 'documented',
  condition: 'the run has an apply phase',
  applies: ({ run }) => run.status === 'planned_and_finished' && run.mode === 'plan_only',
  violation: ({ run }) =>
    run.status === 'planned_and_finished' && run.mode === 'plan_only' ? aboutRun(run) : null,
  message: ({ run }) => `${run.id} was plan-only: it cannot be applied, so nothing was queued.`,
  remedies: ({ run }) => [{ kind: 'mode', run: run.id, mode: 'standard' }],
};
