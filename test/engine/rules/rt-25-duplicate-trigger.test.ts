import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rt-25-duplicate-trigger', {
  stops: [
    {
      title: 'stops a second trigger for the same pair',
      given: layout('network -> app'),
      actions: ['link network app'],
      gives: ['action 0 refused: RT-25'],
      evidence: ['network', 'app'],
      says: 'app already lists network as a source. A choice of this app: the vendor does not document the case.',
      shows: [
        'rt-05-other-organization',
        'rt-22-own-source',
        'no rt-25-duplicate-trigger',
        'rt-03-twenty-sources',
        'cy-11-cycle',
        'rt-07-may-create-trigger',
      ],
    },
    {
      title: 'stops a trigger that the layout has twice, so that one run is queued',
      given: layout('network -> app; network -> app; network: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start network'],
      gives: [
        'run-1 network: applied',
        'run-2 app from run-1: planned waits for confirmation by AA-05',
        'layout refused: RT-25',
      ],
      evidence: ['network', 'app'],
      says: 'app already lists network as a source. A choice of this app: the vendor does not document the case.',
    },
  ],
  passes: [
    {
      title: 'lets a deleted trigger be created again',
      given: layout('network -> app'),
      actions: ['unlink network app', 'link network app'],
      gives: [],
    },
    {
      title: 'lets a second downstream of the same source be linked',
      given: layout('network -> app; batch'),
      actions: ['link network batch'],
      gives: [],
    },
  ],
});
