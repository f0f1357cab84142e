import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: AA-03. */
export const aa03StartedByApi: Rule<'auto_apply'> = {
  id: 'aa-03-started-by-api',
  fact: 'AA-03',
  at: 'auto_apply',
  only: 'tfe-api',
  effect: 'hold',
  title: 'Auto-apply decides for a run from the API',
  why: "A run created through the API applies by itself if its own auto-apply says so. Where it says nothing, the workspace's Auto-apply counts, which is off by default.",
  fix: 'Turn on auto_apply, or confirm the run.',
  evidence: 'documented',
  waitingFor: 'confirmation',
  condition: 'Auto-apply is on',
  applies: ({ run }) => run.source === 'tfe-api',
  violation: ({ run }) => (run.source === 'tfe-api' && !run.settings.auto_apply ? aboutRun(run) : null),
  message: ({ run }) =>
    `${run.id} was created through the API, and auto_apply is off in ${nameOf(run.workspace)}.`,
  remedies: ({ run }) => [
    { kind: 'set', workspace: run.workspace.id, settings: { auto_apply: true } },
    { kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id },
  ],
};
