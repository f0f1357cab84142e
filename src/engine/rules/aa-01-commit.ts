import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: AA-01. */
export const aa01Commit: Rule<'auto_apply'> = {
  id: 'aa-01-commit',
  fact: 'AA-01',
  at: 'auto_apply',
  only: 'vcs',
  effect: 'hold',
  title: 'Auto-apply decides for a commit',
  why: 'A run that a commit started applies by itself only where Auto-apply is on, and it is off by default.',
  fix: 'Turn on auto_apply, or confirm the run.',
  evidence: 'documented',
  waitingFor: 'confirmation',
  condition: 'Auto-apply is on',
  applies: ({ run }) => run.source === 'vcs',
  violation: ({ run }) => (run.source === 'vcs' && !run.settings.auto_apply ? aboutRun(run) : null),
  message: ({ run }) => `A commit started ${run.id}, and auto_apply is off in ${nameOf(run.workspace)}.`,
  remedies: ({ run }) => [
    { kind: 'set', workspace: run.workspace.id, settings: { auto_apply: true } },
    { kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id },
  ],
};
