import { goalTable, OWN } from './goalTable.ts';

goalTable(
  'people',
  {
    'nobody acted; the script does not count': {
      layout: 'a',
      script: ['start a', 'confirm a'],
      check: { people: { is: 0 } },
      says: 'Somebody acted by hand 0 times.',
    },
    'changes of settings and triggers are not done by hand': {
      layout: 'a, b',
      actions: ['link a b'],
      check: { people: { is: 0 } },
      says: 'Somebody acted by hand 0 times.',
    },
    'only the named actions count': {
      layout: 'a',
      actions: ['start a', 'confirm a'],
      check: { people: { acts: ['confirm'], is: 1 } },
      says: 'Somebody acted by hand 1 time.',
    },
  },
  {
    'somebody confirmed': {
      layout: 'a',
      script: ['start a'],
      actions: ['confirm a'],
      check: { people: { is: 0 } },
      rule: OWN,
      says: 'Somebody acted by hand 1 time.',
    },
    'too often': {
      layout: 'a',
      actions: ['start a', 'confirm a'],
      check: { people: { at_most: 1 } },
      rule: OWN,
      says: 'Somebody acted by hand 2 times.',
    },
  },
);
