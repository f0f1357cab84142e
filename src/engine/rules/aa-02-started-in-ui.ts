import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: AA-02. */
export const aa02StartedInUi: Rule<'auto_apply'> = {
  id: 'aa-02-started-in-ui',
  fact: 'AA-02',
  at: 'auto_apply',
  only: 'tfe-ui',
  effect: 'hold',
  title: 'Auto-apply decides for a run from the UI',
  why: 'A run that a person started in the UI applies by itself only where Auto-apply is on, and it is off by default.',
  fix: 'Turn on auto_apply, or confirm the run.',
  evidence: 'documented',
  waitingFor: 'confirmation',
  condition: 'Auto-apply is on',
  applies: ({ run }) => run.source === 'tfe-ui',
  violation: ({ run }) => (run.source === 'tfe-ui' && !run.settings.auto_apply ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} was started in the UI, and auto_apply is off in ${nameOf(run.workspace)}.`,
  remedies: ({ run }) => [
    { kind: 'set', workspace: run.workspace.id, settings: { auto_apply: true } },
    { kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id },
  ],
};
