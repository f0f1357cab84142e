import { describe, expect, it } from 'vitest';
import { changesBetween, type LayoutChange, withChanges } from '#model/layout/layoutChange.ts';
import { applyEdit } from '#model/edits/index.ts';
import { LEVELS } from '../../support/levels.ts';
import { layout } from '../../support/shorthand.ts';

const board = layout('a -> b; a shares b; c; team ops: a=read, b=plan', {
  a: { policies: [{ name: 'tags', kind: 'sentinel', enforcement_level: 'advisory', passes: false }] },
});
const [A, B, C] = ['acme/a', 'acme/b', 'acme/c'];
const edge = { sourceable: A, workspace: C };

const share = { type: 'share', ...edge } as const;
const trigger = { type: 'create_run_trigger', ...edge } as const;
const unlink = { type: 'delete_run_trigger', sourceable: A, workspace: B } as const;
const grant = { type: 'grant_workspace', team: 'ops', workspace: A, access: 'admin' } as const;
const take = { type: 'grant_workspace', team: 'ops', workspace: B, access: null } as const;
const level = { type: 'enforce_policy', policy: 'tags', enforcement_level: 'hard-mandatory' } as const;
const passes = { type: 'satisfy_policy', policy: 'tags', workspace: A } as const;
const lock = { type: 'lock', workspace: A } as const;
const ALL = [share, trigger, unlink, grant, take, level, passes, lock];

const changesOf = (edit: Parameters<typeof applyEdit>[1]): LayoutChange[] =>
  changesBetween(board, applyEdit(board, edit));

describe('changes of a layout', () => {
  it('are none where nothing changed', () => {
    expect(changesBetween(board, structuredClone(board))).toEqual([]);
    expect(withChanges(board, [])).toBe(board);
  });

  it.each([
    [lock, [{ at: ['workspaces', 0, 'locked'], value: true }]],
    [trigger, [{ at: ['run_triggers'], gone: [], come: [edge] }]],
    [unlink, [{ at: ['run_triggers'], gone: [{ sourceable: A, workspace: B }], come: [] }]],
    [passes, [{ at: ['workspaces', 0, 'policies', 0, 'passes'], value: true }]],
    [
      grant,
      [
        {
          at: ['teams', 0, 'workspace_access'],
          gone: [{ workspace: A, access: 'read' }],
          come: [{ workspace: A, access: 'admin' }],
        },
      ],
    ],
  ])('say the least for %j', (edit, changes) => {
    expect(changesOf(edit)).toEqual(changes);
  });

  it('bring what every edit that a level offers brings', () => {
    const edits = LEVELS.flatMap((one) => one.palette.edits.map((edit) => ({ layout: one.layout, edit })));
    expect(edits.length).toBeGreaterThan(100);
    for (const { layout: before, edit } of edits) {
      const after = applyEdit(before, edit);
      expect(withChanges(before, changesBetween(before, after)), JSON.stringify(edit)).toEqual(after);
    }
  });

  it('of two edits can be combined, in either order of drawing them up', () => {
    for (const one of ALL)
      for (const other of ALL) {
        if (one === other) continue;
        const both = withChanges(withChanges(board, changesOf(one)), changesOf(other));
        expect(both, JSON.stringify([one, other])).toEqual(applyEdit(applyEdit(board, one), other));
      }
  });

  it('leave the layout that they are made on alone', () => {
    const before = JSON.stringify(board);
    for (const edit of ALL) withChanges(board, changesOf(edit));
    expect(JSON.stringify(board)).toBe(before);
  });
});
