import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: LK-03. */
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
  // Nobody can lock a workspace while another run waits there for its confirmation (LK-01).
  violation: ({ run }) => (run === null || run.workspace.lock === null ? null : aboutRun(run)),
  message: ({ run }) => `${nameOf(run?.workspace)} is locked by ${run?.workspace.lock}.`,
};
