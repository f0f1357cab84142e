import { describe, expect, it } from 'vitest';
import { applyEdit, applyEdits, type Edit, revertEdit } from '#model/edits/index.ts';
import { subjectsOf } from '#engine/levels/palette.ts';
import { editBoard, editExamples } from '../../support/editExamples.ts';

const [A, B, C] = ['acme/a', 'acme/b', 'acme/c'];

const start = editBoard;
const EDITS = editExamples.map(({ edit }) => edit);

/** The same with the items of every list in the order of their text: what was changed may have moved in its list. */
const unordered = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner) =>
    Array.isArray(inner) ? inner.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : inner,
  );

const named = EDITS.map((edit) => [JSON.stringify(edit), edit] as const);

describe('putting back', () => {
  it.each(named)('%s gives the start', (_, edit) => {
    const edited = applyEdit(start, edit);
    expect(edited).not.toBe(start);
    expect(revertEdit(start, edited, edit)).toEqual(start);
  });

  it.each(named)('%s gives the very same layout where it is as it was', (_, edit) => {
    expect(revertEdit(start, start, edit)).toBe(start);
    const others = EDITS.filter(
      (other) => subjectsOf(other)[0] !== subjectsOf(edit)[0] && other.type !== 'rename_set',
    );
    const edited = applyEdits(start, others);
    expect(revertEdit(start, edited, edit)).toBe(edited);
  });

  it.each(named)('%s leaves every other edit', (_, edit) => {
    for (const other of EDITS) {
      if (subjectsOf(other)[0] === subjectsOf(edit)[0]) continue;
      // A set that was renamed is not found by an edit of its old name.
      const both = applyEdits(start, other.type === 'rename_set' ? [edit, other] : [other, edit]);
      expect(unordered(revertEdit(start, both, edit)), JSON.stringify(other)).toEqual(
        unordered(applyEdit(start, other)),
      );
    }
  });

  it('finds a set by its place where it was renamed since', () => {
    const edits: Edit[] = [
      { type: 'set_priority', set: 'other', priority: true },
      { type: 'rename_set', set: 'other', name: 'another' },
    ];
    const [priority, name] = edits;
    if (priority === undefined || name === undefined) throw new Error('no edits');
    const edited = applyEdits(start, edits);
    expect(revertEdit(start, revertEdit(start, edited, name), priority)).toEqual(start);
    expect(revertEdit(start, edited, priority).variable_sets[1]).toMatchObject({
      name: 'another',
      priority: false,
    });
  });

  it('brings a policy back with its level and whether it passed', () => {
    const edits: Edit[] = [
      { type: 'enforce_policy', policy: 'tags', enforcement_level: 'hard-mandatory' },
      { type: 'exclude_policy', policy: 'tags', workspace: B },
    ];
    const excluded = edits[1];
    if (excluded === undefined) throw new Error('no edit');
    const back = revertEdit(start, applyEdits(start, edits), excluded);
    expect(back.workspaces.find((w) => w.name === 'b')?.policies).toEqual(
      start.workspaces.find((w) => w.name === 'b')?.policies,
    );
    expect(back.workspaces.find((w) => w.name === 'a')?.policies[0]?.enforcement_level).toBe(
      'hard-mandatory',
    );
  });

  it.each<Edit>([
    { type: 'lock', workspace: 'acme/nobody' },
    { type: 'set_priority', set: 'nobody', priority: true },
    { type: 'grant_project', team: 'nobody', project: 'core', access: 'read' },
    { type: 'enforce_policy', policy: 'nobody', enforcement_level: 'advisory' },
    { type: 'satisfy_policy', policy: 'nobody', workspace: A },
    { type: 'set_variable', key: 'size', value: '9', category: 'terraform', sensitive: false },
  ])('%j of what is not there changes nothing', (edit) => {
    const edited = applyEdits(start, EDITS);
    expect(revertEdit(start, edited, edit)).toBe(edited);
  });

  it('keeps the order of the start', () => {
    const edit: Edit = { type: 'unshare', sourceable: A, workspace: B };
    const back = revertEdit(start, applyEdit(start, edit), edit);
    expect(back.workspaces[0]?.remote_state_consumer_ids).toEqual([B, C]);
  });
});
