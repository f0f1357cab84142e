import { aboutRun, nameOf, type Rule } from './rule.ts';

/** Fact: AA-05. */
export const aa05TriggeredRun: Rule<'auto_apply'> = {
  id: 'aa-05-triggered-run',
  fact: 'AA-05',
  at: 'auto_apply',
  only: 'tfe-run-trigger',
  effect: 'hold',
  title: 'Auto-apply run triggers decides for triggered runs',
  why: 'A run that a trigger started applies by itself only where Auto-apply run triggers is on for its workspace. The setting is separate from Auto-apply and off by default.',
  fix: 'Turn on auto_apply_run_trigger, or confirm the run.',
  evidence: 'documented',
  rulesets: {
    hcp: 'auto_apply_run_trigger of the downstream decides.',
    guide: 'Says that auto_apply of the downstream decides.',
  },
  waitingFor: 'confirmation',
  condition: 'Auto-apply run triggers is on',
  applies: ({ run }) => run.source === 'tfe-run-trigger',
  violation: ({ state, run }) => {
    if (run.source !== 'tfe-run-trigger') return null;
    const on =
      state.layout.ruleset === 'guide' ? run.settings.auto_apply : run.settings.auto_apply_run_trigger;
    return on ? null : aboutRun(run);
  },
  message: ({ state, run }) => {
    if (state.layout.ruleset === 'guide')
      return `By the guide, auto_apply decides for ${run.id}, and it is off in ${nameOf(run.workspace)}.`;
    const look = run.settings.auto_apply ? ' (auto_apply is on, but covers other runs)' : '';
    return `${run.id} was started by a run trigger, and auto_apply_run_trigger is off in ${nameOf(run.workspace)}${look}.`;
  },
  remedies: ({ state, run }) => [
    {
      kind: 'set',
      workspace: run.workspace.id,
      settings: state.layout.ruleset === 'guide' ? { auto_apply: true } : { auto_apply_run_trigger: true },
    },
    { kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id },
  ],
};
