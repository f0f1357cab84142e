import { set } from '../../../support/shorthand.ts';
import { goalTable, OWN } from './goalTable.ts';

const reading = 'a -> b; b reads a.x; a shares b; a: auto; b: plan_auto, auto_apply_run_trigger';
const check = { fresh: { workspace: 'b', sourceable: 'a' } };

goalTable(
  'fresh',
  {
    'the reader was applied after its source': {
      layout: reading,
      script: ['start a'],
      check,
      says: 'b has the newest values of a.',
    },
    'another reader has old values': {
      layout: `${reading}; c reads a.x; a shares c`,
      script: ['start a'],
      check,
      says: 'b has the newest values of a.',
    },
    'another source has newer values': {
      layout: `${reading}; b reads d.y; d shares b; d: auto`,
      script: ['start d', 'start a', 'start d'],
      check,
      says: 'b has the newest values of a.',
    },
  },
  {
    'nothing told the reader': {
      layout: 'b reads a.x; a shares b; a: auto',
      script: ['start a'],
      check,
      rule: OWN,
      says: 'b still has old values of a.',
    },
    'a plan-only run of the reader is no reason': {
      layout: 'b reads a.x; a shares b; a: auto',
      script: ['start a', 'start b plan_only'],
      check,
      rule: OWN,
      says: 'b still has old values of a.',
    },
    'the reader was stopped': {
      layout: reading.replace('; a shares b', ''),
      script: ['start a'],
      check,
      rule: 'RS-03',
      says: 'b still has old values of a.',
    },
    'the trigger of the reader stayed silent the last time': {
      layout: `${reading}; b: local`,
      script: ['start a'],
      check,
      rule: 'EM-03',
      says: 'b still has old values of a.',
    },
    'the source was never applied': {
      layout: reading,
      script: ['start a plan_only'],
      check,
      rule: 'MODE-02',
      says: 'No run of a was applied.',
    },
    'the source never ran': { layout: reading, check, rule: OWN, says: 'No run of a was applied.' },
    'a reader without state was never applied': {
      layout: 'a -> b; b reads a.x; a: auto; b: no_state',
      script: ['start a'],
      check,
      rule: 'RS-03',
      says: 'No run of b was applied.',
    },
    'the trigger of a reader that was applied before stayed silent': {
      layout: reading,
      script: ['start a', set('b', { execution_mode: 'local' }), 'start a'],
      check,
      rule: 'EM-03',
      says: 'b still has old values of a.',
    },
    'the source errored, and somebody looked at a plan since': {
      layout: `${reading}; a: apply_errors`,
      script: ['start a', 'start a plan_only'],
      check,
      rule: 'RUN-13',
      says: 'No run of a was applied.',
    },
  },
);
