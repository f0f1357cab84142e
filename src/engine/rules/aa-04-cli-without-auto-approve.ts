import { aboutRun, type Rule } from './rule.ts';

/** Fact: AA-04. */
export const aa04CliWithoutAutoApprove: Rule<'auto_apply'> = {
  id: 'aa-04-cli-without-auto-approve',
  fact: 'AA-04',
  at: 'auto_apply',
  only: 'cli',
  effect: 'hold',
  title: 'For a CLI run -auto-approve decides',
  why: 'A run started by terraform apply asks in the terminal unless -auto-approve was given. The workspace setting does not decide.',
  fix: 'Run terraform apply -auto-approve, or answer the prompt.',
  evidence: 'documented',
  waitingFor: 'confirmation',
  condition: 'the command was given -auto-approve',
  applies: ({ run }) => run.source === 'cli',
  violation: ({ run }) => (run.source === 'cli' && !run.autoApprove ? aboutRun(run) : null),
  message: ({ run }) => `${run.id} came from the CLI without -auto-approve, so it waits for a confirmation.`,
  remedies: ({ run }) => [
    { kind: 'auto_approve', run: run.id },
    { kind: 'act', type: 'confirm', workspace: run.workspace.id, run: run.id },
  ],
};
