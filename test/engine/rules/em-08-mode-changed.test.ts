import { layout, set } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('em-08-mode-changed', {
  stops: [
    {
      title: 'ends a run whose execution mode changed between plan and apply',
      given: layout('app'),
      actions: ['start app', set('app', { execution_mode: 'agent' }), 'confirm app'],
      gives: ['run-1 app: errored by EM-08'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was planned in remote mode, and app is in agent mode now.',
      shows: ['no em-08-mode-changed', 'run-13-apply-errors'],
      changes: ['set execution_mode = "remote" on acme/app: run-1 ends up applied'],
    },
    {
      title: 'ends a run whose execution mode changed while it applied',
      given: layout('app: auto_apply, agent', {}, { ruleset: 'guide' }),
      actions: ['start app at 0', set('app', { execution_mode: 'local' }, { at: 49 })],
      gives: ['run-1 app: errored by EM-08'],
      evidence: ['app', 'run-1'],
      says: 'run-1 was planned in agent mode, and app is in local mode now.',
      changes: ['set execution_mode = "agent" on acme/app: run-1 ends up applied'],
    },
  ],
  passes: [
    {
      title: 'lets a run go on that was pending when the mode became local',
      given: layout('app: locked, auto_apply'),
      actions: ['start app at 0', set('app', { execution_mode: 'local' }, { at: 1 }), 'unlock app at 2'],
      gives: ['run-1 app: applied'],
    },
    {
      title: 'lets a run apply whose mode is back to what it was',
      given: layout('app'),
      actions: [
        'start app',
        set('app', { execution_mode: 'agent' }),
        set('app', { execution_mode: 'remote' }),
        'confirm app',
      ],
      gives: ['run-1 app: applied'],
    },
  ],
});
