import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: MODE-03. */
export const mode03SavedPlanSuperseded: Rule<'ended_by'> = {
  id: 'mode-03-saved-plan-superseded',
  fact: 'MODE-03',
  at: 'ended_by',
  effect: 'finish',
  title: 'A newer state discards saved plans',
  why: 'A saved plan is thrown away when the state of its workspace changes first.',
  fix: 'Plan again on the new state.',
  evidence: 'documented',
  condition: 'no other run of the workspace was applied first',
  applies: ({ how }) => how === 'superseded',
  violation: ({ run, how }) => (how === 'superseded' ? aboutRun(run) : null),
  message: ({ run }) =>
    `Another run of ${nameOf(run.workspace)} was applied first, so the saved plan ${run.id} was discarded.`,
  remedies: ({ run }) => [{ kind: 'mode', run: run.id, mode: 'standard' }],
};
