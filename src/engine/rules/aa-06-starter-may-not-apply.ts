import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: AA-06. */
export const aa06StarterMayNotApply: Rule<'auto_apply'> = {
  id: 'aa-06-starter-may-not-apply',
  fact: 'AA-06',
  at: 'auto_apply',
  effect: 'hold',
  title: 'Who may not apply starts no automatic apply',
  why: 'A run started by somebody without permission to apply runs does not apply by itself; somebody who has it must approve.',
  fix: 'Somebody with permission to apply runs confirms it.',
  evidence: 'documented',
  waitingFor: 'confirmation',
  condition: 'who started the run may apply runs',
  applies: ({ run }) => run.by !== null,
  violation: ({ state, run }) =>
    run.by === null || state.access.may(run.by, 'apply_runs', run.workspace.id) ? null : aboutRun(run),
  message: ({ run }) =>
    `Team ${run.by} started ${run.id} and may not apply runs in ${nameOf(run.workspace)}.`,
  remedies: ({ run }) => [{ kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id }],
};
