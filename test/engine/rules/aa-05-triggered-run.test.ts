import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('aa-05-triggered-run', {
  stops: [
    {
      title: 'holds a triggered run where auto_apply is on but auto_apply_run_trigger is not',
      given: layout('network -> app; network: auto_apply; app: auto_apply'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
      evidence: ['app', 'run-2'],
      says: 'run-2 was started by a run trigger, and auto_apply_run_trigger is off in app (auto_apply is on, but covers other runs).',
      shows: ['no aa-05-triggered-run'],
      changes: [
        'set auto_apply_run_trigger = true on acme/app: run-2 goes on, and ends up applied',
        'confirm run-2: run-2 goes on, and ends up applied',
      ],
    },
    {
      title: 'holds a triggered run where both are off',
      given: layout('network -> app; network: auto_apply'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
      evidence: ['app', 'run-2'],
      says: 'run-2 was started by a run trigger, and auto_apply_run_trigger is off in app.',
    },
    {
      title: 'holds it by the guide where auto_apply is off, though auto_apply_run_trigger is on',
      given: layout(
        'network -> app; network: auto_apply; app: auto_apply_run_trigger',
        {},
        { ruleset: 'guide' },
      ),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
      evidence: ['app', 'run-2'],
      says: 'By the guide, auto_apply decides for run-2, and it is off in app.',
      shows: ['no aa-05-triggered-run'],
      changes: [
        'set auto_apply = true on acme/app: run-2 goes on, and ends up applied',
        'confirm run-2: run-2 goes on, and ends up applied',
      ],
    },
  ],
  passes: [
    {
      title: 'lets a triggered run apply where auto_apply_run_trigger is on, though auto_apply is not',
      given: layout('network -> app; network: auto_apply; app: auto_apply_run_trigger'),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: applied'],
    },
    {
      title: 'lets it apply by the guide where auto_apply is on',
      given: layout('network -> app; network: auto_apply; app: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: applied'],
    },
  ],
});
