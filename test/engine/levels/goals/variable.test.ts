import { goalTable } from './goalTable.ts';

const check = { variable: { workspace: 'a', key: 'size', is: 'small' } };
const own = { a: { variables: [{ key: 'size', value: 'small' }] } };
const huge = { name: 'defaults', global: true, priority: true, variables: [{ key: 'size', value: 'huge' }] };

goalTable(
  'variable',
  {
    'its own value wins': { layout: 'a', workspaces: own, check, says: 'size of a is small.' },
    'an edit takes the priority away': {
      layout: 'a',
      workspaces: own,
      rest: { variable_sets: [huge] },
      edits: [{ type: 'set_priority', set: 'defaults', priority: false }],
      check,
      says: 'size of a is small.',
    },
    'another variable and another workspace stand before it': {
      layout: 'b, a',
      workspaces: {
        a: {
          variables: [
            { key: 'region', value: 'x' },
            { key: 'size', value: 'small' },
          ],
        },
      },
      check,
      says: 'size of a is small.',
    },
  },
  {
    'a priority set wins': {
      layout: 'a',
      workspaces: own,
      rest: { variable_sets: [huge] },
      check,
      rule: 'VS-30',
      says: 'size of a is huge, from the variable set defaults.',
    },
    'nobody sets it': { layout: 'a', check, rule: 'VS-30', says: 'size of a is not set.' },
  },
);
