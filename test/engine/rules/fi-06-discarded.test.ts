import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('fi-06-discarded', {
  stops: [
    {
      title: 'stops a discarded run from firing, also one discarded while pending',
      given: layout('network -> app; network: locked'),
      actions: ['start network', 'discard network'],
      gives: ['run-1 network: discarded by RUN-05', 'run-1 -/-> app: FI-06'],
      evidence: ['network', 'run-1'],
      says: 'run-1 was discarded; nothing was applied.',
      shows: [
        'no fi-06-discarded',
        'em-03-local-target',
        'fi-37-target-without-configuration',
        'no run-05-discarded',
      ],
    },
  ],
  passes: [
    {
      title: 'lets a confirmed run fire',
      given: layout('network -> app'),
      actions: ['start network', 'confirm network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
    },
  ],
});
