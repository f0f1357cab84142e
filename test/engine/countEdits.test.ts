import { describe, expect, it } from 'vitest';
import { countEdits } from '#engine/levels/countEdits.ts';
import { layout, type Plain } from '../support/shorthand.ts';

const tags = (level: string, passes = false): Plain => ({
  name: 'tags',
  kind: 'sentinel',
  enforcement_level: level,
  passes,
});
const size = (value: string): Plain => ({ key: 'size', value });
const zone: Plain = { key: 'zone', value: 'a' };
const sets = (fields: Plain): Plain => ({ variable_sets: [{ name: 'shared', ...fields }] });
const core: Plain = { projects: [{ name: 'core' }, { name: 'edge' }] };
const projectGrants = [
  { project: 'core', access: 'read' },
  { project: 'edge', access: 'read' },
];

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
    [
      'two consumers more beside one',
      layout('b, c, d; a shares b'),
      layout('b, c, d; a shares b; a shares c; a shares d'),
      2,
    ],
    ['two grants of a team', layout('a, b; team ops:'), layout('a, b; team ops: a=read, b=read'), 2],
    [
      'a grant less of three',
      layout('a, b, c; team ops: a=read, b=read, c=read'),
      layout('a, b, c; team ops: a=read, c=read'),
      1,
    ],
    [
      'two grants on projects',
      layout('a; team ops:', {}, core),
      layout('a', {}, { ...core, teams: [{ name: 'ops', project_access: projectGrants }] }),
      2,
    ],
    [
      'one consumer of two for another',
      layout('b, c, d; a shares b; a shares c'),
      layout('b, c, d; a shares c; a shares d'),
      1,
    ],
    [
      'two consumers less of three',
      layout('b, c, d; a shares b; a shares c; a shares d'),
      layout('b, c, d; a shares c'),
      2,
    ],
    ['two variables of a workspace', layout('a'), layout('a', { a: { variables: [size('1'), zone] } }), 2],
    [
      'two variables of a set',
      layout('a', {}, sets({})),
      layout('a', {}, sets({ variables: [size('1'), zone] })),
      2,
    ],
    [
      'two workspaces of a set',
      layout('a, b', {}, sets({})),
      layout('a, b', {}, sets({ workspaces: ['a', 'b'] })),
      2,
    ],
    [
      'two projects of a set',
      layout('a', {}, { ...core, ...sets({}) }),
      layout('a', {}, { ...core, ...sets({ projects: ['core', 'edge'] }) }),
      2,
    ],
    ['the name of a set', layout('a', {}, sets({})), layout('a', {}, sets({ name: 'another' })), 1],
    [
      'the order of teams',
      layout('a; team ops: a=read; team dev:'),
      layout('a; team dev:; team ops: a=read'),
      0,
    ],
    [
      'a grant in the second of two teams, which stands first now',
      layout('a; team ops: a=read; team dev: a=plan'),
      layout('a; team dev: a=admin; team ops: a=read'),
      1,
    ],
    ['two teams less', layout('a; team ops:; team dev:'), layout('a'), 2],
    [
      'the levels of two policies',
      layout('a', { a: { policies: [tags('advisory'), { ...tags('advisory'), name: 'cost' }] } }),
      layout('a', { a: { policies: [tags('hard-mandatory'), { ...tags('hard-mandatory'), name: 'cost' }] } }),
      2,
    ],
    [
      'a policy more beside another',
      layout('a', { a: { policies: [tags('advisory')] } }),
      layout('a', { a: { policies: [tags('advisory'), { ...tags('advisory'), name: 'cost' }] } }),
      1,
    ],
    [
      'two policies more',
      layout('a'),
      layout('a', { a: { policies: [tags('advisory'), { ...tags('advisory'), name: 'cost' }] } }),
      2,
    ],
    [
      'a policy of another kind that passes',
      layout('a', { a: { policies: [tags('advisory')] } }),
      layout('a', { a: { policies: [{ ...tags('mandatory', true), kind: 'opa' }] } }),
      1,
    ],
    [
      'two policies of another kind',
      layout('a', { a: { policies: [tags('advisory'), { ...tags('advisory'), name: 'cost' }] } }),
      layout('a', {
        a: {
          policies: [
            { ...tags('advisory'), kind: 'opa' },
            { ...tags('advisory'), kind: 'opa', name: 'cost' },
          ],
        },
      }),
      2,
    ],
    ['a team more', layout('a'), layout('a; team ops:'), 1],
    ['a team less', layout('a; team ops:'), layout('a'), 1],
  ])('%s', (_, before, after, expected) => {
    expect(countEdits(before, after)).toBe(expected);
  });
});
