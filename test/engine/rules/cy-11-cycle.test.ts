import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('cy-11-cycle', {
  stops: [
    {
      title: 'stops the trigger back',
      given: layout('network -> app'),
      actions: ['link app network'],
      gives: ['action 0 refused: CY-11'],
      evidence: ['network', 'app'],
      says: 'network → app exists, so app → network would close a cycle. A design rule of this app: the vendor does not document the case.',
      shows: [
        'rt-05-other-organization',
        'rt-22-own-source',
        'rt-25-duplicate-trigger',
        'rt-03-twenty-sources',
        'no cy-11-cycle',
        'rt-07-may-create-trigger',
      ],
      changes: ['remove the trigger acme/network → acme/app: the action is carried out'],
    },
    {
      title: 'stops a ring of three, by the guide too',
      given: layout('network -> platform -> app', {}, { ruleset: 'guide' }),
      actions: ['link app network'],
      gives: ['action 0 refused: CY-11'],
      evidence: ['network', 'platform', 'app'],
      says: 'network → platform → app exists, so app → network would close a cycle. A design rule of this app: the vendor does not document the case.',
      shows: [
        'rt-05-other-organization',
        'rt-22-own-source',
        'rt-25-duplicate-trigger',
        'rt-03-twenty-sources',
        'no cy-11-cycle',
        'rt-07-may-create-trigger',
      ],
      changes: [
        'remove the trigger acme/network → acme/platform: the action is carried out',
        'remove the trigger acme/platform → acme/app: the action is carried out',
      ],
    },
    {
      title: 'stops the last trigger of a layout that makes a ring',
      given: layout('app -> network; network -> app'),
      actions: [],
      gives: ['layout refused: CY-11'],
      evidence: ['app', 'network'],
      says: 'app → network exists, so network → app would close a cycle. A design rule of this app: the vendor does not document the case.',
    },
  ],
  passes: [
    {
      title: 'lets a diamond be made, which is no ring',
      given: layout('network -> a, b; a, b -> app'),
      actions: ['link network app'],
      gives: [],
    },
    {
      title: 'looks at the triggers that exist then, not at those that were deleted',
      given: layout('network -> app'),
      actions: ['unlink network app', 'link app network'],
      gives: [],
    },
  ],
});
