import { aboutRun, nameOf, type Rule } from '../rule.ts';

/** A saved plan cannot be applied while the workspace is locked. Fact: LK-03. */
export const lk03SavedPlanLocked: Rule<'confirm'> = {
  id: 'lk-03-saved-plan-locked',
  fact: 'LK-03',
  at: 'confirm',
  effect: 'reject',
  title: 'A saved plan cannot be applied while the workspace is locked',
  why: 'Planning a saved plan ignores the lock, applying it does not.',
  fix: 'Unlock the workspace first.',
  evidence: 'documented',
  condition: 'nobody holds the lock of the workspace',
  applies: ({ run }) => run?.mode === 'save_plan',
  stops: ({ run }) =>
    run !== null && run.mode === 'save_plan' && run.workspace.lock !== null ? aboutRun(run) : null,
  says: ({ run }) =>
    `${run === null ? 'The workspace' : nameOf(run.workspace)} is locked by ${run?.workspace.lock ?? 'a user'}.`,
};
