import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rt-22-own-source', {
  stops: [
    {
      title: 'stops a workspace from being its own source',
      given: layout('network'),
      actions: ['link network network'],
      gives: ['action 0 refused: RT-22'],
      evidence: ['network'],
      says: 'network cannot trigger itself.',
      shows: [
        'rt-05-other-organization',
        'no rt-22-own-source',
        'rt-25-duplicate-trigger',
        'rt-03-twenty-sources',
        'no cy-11-cycle',
        'rt-07-may-create-trigger',
      ],
    },
    {
      title: 'stops it by the guide too, and before the cycle is asked',
      given: layout('network', {}, { ruleset: 'guide' }),
      actions: ['link network network'],
      gives: ['action 0 refused: RT-22'],
      evidence: ['network'],
      says: 'network cannot trigger itself.',
    },
  ],
  passes: [
    {
      title: 'lets another workspace be the source',
      given: layout('network, app'),
      actions: ['link network app'],
      gives: [],
    },
  ],
});
