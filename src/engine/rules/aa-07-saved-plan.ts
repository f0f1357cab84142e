import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: AA-07. */
export const aa07SavedPlan: Rule<'auto_apply'> = {
  id: 'aa-07-saved-plan',
  fact: 'AA-07',
  at: 'auto_apply',
  effect: 'hold',
  title: 'A saved plan never applies by itself',
  why: 'A saved plan is applied only when somebody confirms it.',
  fix: 'Confirm the saved plan.',
  evidence: 'documented',
  waitingFor: 'confirmation',
  condition: 'the run is no saved plan',
  applies: ({ run }) => run.mode === 'save_plan',
  violation: ({ run }) => (run.mode === 'save_plan' ? aboutRun(run) : null),
  message: ({ run }) =>
    `${run.id} is a saved plan in ${nameOf(run.workspace)} and waits for somebody to confirm it.`,
  remedies: ({ run }) => [{ kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id }],
};
