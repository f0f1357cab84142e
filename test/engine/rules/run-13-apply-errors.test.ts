import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('run-13-apply-errors', {
  stops: [
    {
      title: 'ends a run whose apply fails',
      given: layout('app: apply_errors, auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: errored by RUN-13'],
      evidence: ['app', 'run-1'],
      says: 'The apply of run-1 in app failed.',
      shows: ['em-08-mode-changed', 'no run-13-apply-errors'],
      changes: ['set apply = "succeeds" on acme/app: run-1 ends up applied'],
    },
    {
      title: 'ends an empty apply that fails, and its post-apply tasks never run',
      given: layout(
        'app: apply_errors, no_changes',
        {
          app: {
            run_tasks: [{ name: 'tell', stage: 'post_apply', enforcement_level: 'advisory', passes: false }],
          },
        },
        { ruleset: 'guide' },
      ),
      actions: ['start app allow_empty_apply'],
      gives: ['run-1 app: errored by RUN-13'],
      evidence: ['app', 'run-1'],
      says: 'The apply of run-1 in app failed.',
    },
  ],
  passes: [
    {
      title: 'lets an apply succeed',
      given: layout('app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
