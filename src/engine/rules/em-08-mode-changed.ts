import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: EM-08. */
export const em08ModeChanged: Rule<'apply'> = {
  id: 'em-08-mode-changed',
  fact: 'EM-08',
  at: 'apply',
  effect: 'error',
  title: 'A changed execution mode fails the apply',
  why: 'A run planned under one execution mode errors at its apply when the mode was changed since.',
  fix: 'Finish or discard what is planned, then change the mode.',
  evidence: 'documented',
  condition: 'the execution mode is the one it was planned under',
  violation: ({ run }) => (run.plannedUnder === run.workspace.settings.execution_mode ? null : aboutRun(run)),
  message: ({ run }) =>
    `${run.id} was planned in ${run.plannedUnder} mode, and ${nameOf(run.workspace)} is in ${run.workspace.settings.execution_mode} mode now.`,
  remedies: ({ run }) => [
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: { execution_mode: run.plannedUnder ?? run.settings.execution_mode },
    },
  ],
};
