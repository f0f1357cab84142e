import { goalTable, OWN } from './goalTable.ts';

goalTable(
  'refused',
  {
    'nothing was refused': { layout: 'a -> b', check: { refused: { is: 0 } }, says: 'Nothing was refused.' },
    'refusals by another rule do not count': {
      layout: 'a -> b -> a',
      check: { refused: { rule: 'RT-03', is: 0 } },
      says: 'Nothing was refused.',
    },
    'a refusal was asked for': {
      layout: 'a: local',
      actions: ['start a'],
      check: { refused: { rule: 'EM-02', at_least: 1 } },
      says: 'a is in local execution mode, so no run can start there.',
    },
  },
  {
    'a trigger of the layout closes a ring': {
      layout: 'a -> b -> a',
      check: { refused: { is: 0 } },
      rule: 'CY-11',
      says: 'a → b exists, so b → a would close a cycle. A design rule of this app: the vendor does not document the case.',
    },
    'a refusal was asked for and did not come': {
      layout: 'a',
      actions: ['start a'],
      check: { refused: { at_least: 1 } },
      rule: OWN,
      says: 'Nothing was refused.',
    },
  },
);
