import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

const one = { organizations: [{ name: 'acme', concurrency: 1 }] };

ruleTable('cc-01-no-slot', {
  stops: [
    {
      title: 'holds a run while the only slot is taken',
      given: layout('a: auto_apply; b: auto_apply', {}, one),
      actions: ['start a at 0', 'start b at 0'],
      gives: ['run-1 a: applied', 'run-2 b: applied'],
      holds: { 'run-1': '', 'run-2': 'concurrency 0, null 50' },
      evidence: ['b', 'run-2'],
      says: 'All 1 slots of acme are taken, so run-2 waits.',
      shows: ['q-02-earlier-run', 'lk-02-locked', 'no cc-01-no-slot'],
    },
  ],
  passes: [
    {
      title: 'lets a run start when the other one waits for confirmation and gave its slot back',
      given: layout('a, b', {}, one),
      actions: ['start a at 0', 'start b at 20'],
      gives: [
        'run-1 a: planned waits for confirmation by AA-02',
        'run-2 b: planned waits for confirmation by AA-02',
      ],
      holds: { 'run-2': 'confirmation 40' },
    },
    {
      title: 'lets as many runs work as there are slots, and counts each organization by itself',
      given: layout(
        'a, b, zeta/c',
        {},
        {
          organizations: [
            { name: 'acme', concurrency: 2 },
            { name: 'zeta', concurrency: 1 },
          ],
        },
      ),
      actions: ['start a at 0', 'start b at 0', 'start zeta/c at 0'],
      gives: [
        'run-1 a: planned waits for confirmation by AA-02',
        'run-2 b: planned waits for confirmation by AA-02',
        'run-3 zeta/c: planned waits for confirmation by AA-02',
      ],
      holds: { 'run-3': 'confirmation 20' },
    },
  ],
});
