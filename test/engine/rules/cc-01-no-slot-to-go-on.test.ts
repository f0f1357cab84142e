import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const one = { organizations: [{ name: 'acme', concurrency: 1 }] };

ruleTable('cc-01-no-slot-to-go-on', {
  stops: [
    {
      title: 'holds a confirmed run until there is a slot for its apply',
      given: layout('a, b', {}, one),
      actions: ['start a at 0', 'start b at 21', 'confirm a at 25'],
      gives: ['run-1 a: applied', 'run-2 b: planned waits for confirmation by AA-02'],
      holds: { 'run-1': 'confirmation 20, null 25, concurrency 25, null 41' },
      evidence: ['a', 'run-1'],
      says: 'All 1 slots of acme are taken, so run-1 waits in confirmed.',
      shows: ['no cc-01-no-slot-to-go-on'],
    },
  ],
  passes: [
    {
      title: 'lets a confirmed run go on at once while a slot is free',
      given: layout('a', {}, one),
      actions: ['start a', 'confirm a'],
      gives: ['run-1 a: applied'],
      holds: { 'run-1': 'confirmation 20, null 20' },
    },
  ],
});
