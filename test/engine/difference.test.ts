import { describe, expect, it } from 'vitest';
import { countEdits } from '#engine/difference.ts';
import { layout, type Plain } from '../shorthand.ts';

const tags = (level: string, passes = false): Plain => ({
  name: 'tags',
  kind: 'sentinel',
  enforcement_level: level,
  passes,
});
const size = (value: string): Plain => ({ key: 'size', value });

describe('the number of edits between two layouts', () => {
  it.each([
    ['nothing', layout('a -> b'), layout('a -> b'), 0],
    ['the order of triggers', layout('a, b, c; a -> b; a -> c'), layout('a, b, c; a -> c; a -> b'), 0],
    ['a trigger more', layout('a, b'), layout('a -> b'), 1],
    ['a trigger turned round', layout('a -> b'), layout('b -> a; a'), 2],
    ['two fields of a workspace', layout('a'), layout('a: auto'), 2],
    ['a workspace more', layout('a'), layout('a, b'), 1],
    ['a workspace less', layout('a, b'), layout('a'), 1],
    ['two consumers more', layout('a, b, c'), layout('a, b, c; a shares b; a shares c'), 2],
    ['one consumer for another', layout('b, c; a shares b'), layout('b, c; a shares c'), 1],
    [
      'the value of a variable',
      layout('a', { a: { variables: [size('1')] } }),
      layout('a', { a: { variables: [size('2')] } }),
      1,
    ],
    [
      'a read and its way',
      layout('b reads a.x; b reads a.y'),
      layout('b reads a.x through tfe_outputs; b reads a.y through tfe_outputs'),
      1,
    ],
    [
      'the level of a policy in two workspaces',
      layout('a, b', { a: { policies: [tags('advisory')] }, b: { policies: [tags('advisory')] } }),
      layout('a, b', {
        a: { policies: [tags('hard-mandatory')] },
        b: { policies: [tags('hard-mandatory')] },
      }),
      1,
    ],
    [
      'two configurations mended',
      layout('a, b', { a: { policies: [tags('advisory')] }, b: { policies: [tags('advisory')] } }),
      layout('a, b', {
        a: { policies: [tags('advisory', true)] },
        b: { policies: [tags('advisory', true)] },
      }),
      2,
    ],
    [
      'a policy less in two workspaces',
      layout('a, b', { a: { policies: [tags('advisory')] }, b: { policies: [tags('advisory')] } }),
      layout('a, b'),
      2,
    ],
    ['a policy more', layout('a'), layout('a', { a: { policies: [tags('advisory')] } }), 1],
    [
      'a policy of another kind under the same name',
      layout('a', { a: { policies: [tags('advisory')] } }),
      layout('a', { a: { policies: [{ ...tags('mandatory'), kind: 'opa' }] } }),
      1,
    ],
    ['a grant', layout('a; team ops:'), layout('a; team ops: a=read'), 1],
    ['a grant raised', layout('a; team ops: a=read'), layout('a; team ops: a=admin'), 1],
    ['a permission of the organization', layout('a; team ops:'), layout('a; team ops: override'), 1],
    ['a team more', layout('a'), layout('a; team ops:'), 1],
    ['a team less', layout('a; team ops:'), layout('a'), 1],
  ])('%s', (_, before, after, expected) => {
    expect(countEdits(before, after)).toBe(expected);
  });
});
