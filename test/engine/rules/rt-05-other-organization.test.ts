import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rt-05-other-organization', {
  stops: [
    {
      title: 'stops a trigger that would cross organizations, for an owner too',
      given: layout('network, zeta/app'),
      actions: ['link network zeta/app'],
      gives: ['action 0 refused: RT-05'],
      evidence: ['network', 'zeta/app'],
      says: 'acme/network and zeta/app are in two organizations; a run trigger cannot cross that line.',
      shows: [
        'no rt-05-other-organization',
        'rt-22-own-source',
        'rt-25-duplicate-trigger',
        'rt-03-twenty-sources',
        'cy-11-cycle',
        'rt-07-may-create-trigger',
      ],
    },
    {
      title: 'stops a trigger of the layout that crosses organizations, by the guide too',
      given: layout('network -> zeta/app; network: auto_apply', {}, { ruleset: 'guide' }),
      actions: ['start network'],
      gives: ['run-1 network: applied', 'layout refused: RT-05'],
      evidence: ['network', 'zeta/app'],
      says: 'acme/network and zeta/app are in two organizations; a run trigger cannot cross that line.',
    },
  ],
  passes: [
    {
      title: 'lets two workspaces of one organization be linked',
      given: layout('network, app; network: auto_apply'),
      actions: ['link network app', 'start network'],
      gives: ['run-1 network: applied', 'run-2 app from run-1: planned waits for confirmation by AA-05'],
    },
  ],
});
