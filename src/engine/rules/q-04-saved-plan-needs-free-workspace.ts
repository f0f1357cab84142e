import { aboutRun, idOfRun, type Rule } from './rule.ts';

/** Fact: Q-04. */
export const q04SavedPlanNeedsFreeWorkspace: Rule<'confirm'> = {
  id: 'q-04-saved-plan-needs-free-workspace',
  fact: 'Q-04',
  at: 'confirm',
  effect: 'reject',
  title: 'A saved plan is applied only while no other run is in progress',
  why: 'Planning a saved plan ignores the queue; applying it needs that no other run of the workspace is in progress.',
  fix: 'Finish or discard the run in progress first.',
  evidence: 'documented',
  condition: 'no other run of the workspace is in progress',
  applies: ({ run }) => run?.mode === 'save_plan',
  // Any other run that waits for a confirmation is itself the one in progress.
  violation: ({ run }) => {
    const other = run?.workspace.current ?? null;
    return other === null || other === run ? null : aboutRun(other);
  },
  message: ({ run }) =>
    `${idOfRun(run?.workspace.current)} is in progress, so the saved plan cannot be applied yet.`,
};
