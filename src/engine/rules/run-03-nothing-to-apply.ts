import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: RUN-03. */
export const run03NothingToApply: Rule<'finish'> = {
  id: 'run-03-nothing-to-apply',
  fact: 'RUN-03',
  at: 'finish',
  effect: 'finish',
  title: 'Nothing to apply',
  why: 'A plan without changes ends planned_and_finished, whatever the auto-apply settings say. Only a run with Allow empty apply goes on.',
  fix: 'Nothing, or start the run with Allow empty apply.',
  evidence: 'documented',
  condition: 'the plan has changes, or the run allows an empty apply',
  violation: ({ run }) => (run.changes || run.mode === 'allow_empty_apply' ? null : aboutRun(run)),
  message: ({ run }) => `The plan of ${run.id} in ${nameOf(run.workspace)} has no changes.`,
  remedies: ({ run }) => [
    { kind: 'mode', run: run.id, mode: 'allow_empty_apply' },
    { kind: 'set', workspace: run.workspace.id, settings: { plan: 'changes' } },
  ],
};
