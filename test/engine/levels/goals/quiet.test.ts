import { goalTable, OWN } from './goalTable.ts';

const window = { quiet: { workspace: 'a', from: 10, to: 20 } };

goalTable(
  'quiet',
  {
    'the run began before': {
      layout: 'a',
      script: ['start a at 9'],
      check: window,
      says: 'No run of a enters planning between second 10 and 20.',
    },
    'the run began after': {
      layout: 'a',
      script: ['start a at 21'],
      check: window,
      says: 'No run of a enters planning between second 10 and 20.',
    },
    'a plan-only run may plan': {
      layout: 'a',
      script: ['start a plan_only at 15'],
      check: window,
      says: 'No run of a enters planning between second 10 and 20.',
    },
    'another workspace may plan': {
      layout: 'a, b',
      script: ['start b at 15'],
      check: window,
      says: 'No run of a enters planning between second 10 and 20.',
    },
    'planning may go on where only applying is watched': {
      layout: 'a: auto',
      script: ['start a at 15'],
      check: { quiet: { workspace: 'a', from: 10, to: 20, status: 'applying' } },
      says: 'No run of a enters applying between second 10 and 20.',
    },
  },
  {
    'a run begins at the first second': {
      layout: 'a',
      script: ['start a at 10'],
      check: window,
      rule: OWN,
      says: 'run-1 of a entered planning between second 10 and 20.',
    },
    'a run begins at the last second': {
      layout: 'a',
      script: ['start a at 20'],
      check: window,
      rule: OWN,
      says: 'run-1 of a entered planning between second 10 and 20.',
    },
    'a run begins to apply': {
      layout: 'a: auto',
      script: ['start a at 0'],
      check: { quiet: { workspace: 'a', from: 10, to: 20, status: 'applying' } },
      rule: OWN,
      says: 'run-1 of a entered applying between second 10 and 20.',
    },
  },
);
