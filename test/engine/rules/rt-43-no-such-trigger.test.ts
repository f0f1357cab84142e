import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('rt-43-no-such-trigger', {
  stops: [
    {
      title: 'stops the deletion of a trigger that does not exist',
      given: layout('network, app'),
      actions: ['unlink network app'],
      gives: ['action 0 refused: RT-43'],
      evidence: ['network', 'app'],
      says: 'app does not list network as a source.',
      shows: ['rt-08-may-delete-trigger', 'no rt-43-no-such-trigger'],
    },
    {
      title: 'stops a deletion in the wrong direction',
      given: layout('network -> app', {}, { ruleset: 'guide' }),
      actions: ['unlink app network'],
      gives: ['action 0 refused: RT-43'],
      evidence: ['app', 'network'],
      says: 'network does not list app as a source.',
    },
    {
      title: 'stops the second deletion',
      given: layout('network -> app'),
      actions: ['unlink network app', 'unlink network app'],
      gives: ['action 1 refused: RT-43'],
      evidence: ['network', 'app'],
      says: 'app does not list network as a source.',
    },
  ],
  passes: [
    {
      title: 'lets a trigger that exists be deleted',
      given: layout('network -> app'),
      actions: ['unlink network app'],
      gives: [],
    },
  ],
});
