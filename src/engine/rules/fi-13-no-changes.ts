import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: FI-13. */
export const fi13NoChanges: Rule<'fire'> = {
  id: 'fi-13-no-changes',
  fact: 'FI-13',
  at: 'fire',
  only: 'planned_and_finished',
  effect: 'skip',
  title: 'A plan without changes does not fire',
  why: 'Where the plan finds nothing to do, HCP Terraform does not attempt an apply, and only a successful apply fires.',
  fix: 'Start the run with Allow empty apply where the downstream must run anyway.',
  evidence: 'read_literally',
  rulesets: {
    hcp: 'Only an Allow empty apply run applies a plan without changes.',
    guide: 'Says that a no-op fires if the apply stage ran; a plan without changes has none.',
  },
  condition: 'the plan had changes',
  applies: ({ run }) => run.status === 'planned_and_finished' && run.mode !== 'plan_only',
  violation: ({ run }) =>
    run.status === 'planned_and_finished' && run.mode !== 'plan_only' ? aboutRun(run) : null,
  message: ({ run, trigger }) =>
    `The plan of ${run.id} had no changes, so it ended planned_and_finished and ${nameOf(trigger.target)} heard no apply.`,
  remedies: ({ run }) => [
    { kind: 'mode', run: run.id, mode: 'allow_empty_apply' },
    { kind: 'set', workspace: run.workspace.id, settings: { plan: 'changes' } },
  ],
};
