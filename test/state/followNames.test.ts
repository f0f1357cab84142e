import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prove } from '#engine/levels/prove.ts';
import { idOf } from '#model/layout/layout.ts';
import { parseLevel } from '#model/level/level.ts';
import { readText } from '#model/parse/text.ts';
import { followNames } from '#state/level/draft/followNames.ts';
import { createDraft, draftBoardStorage, openLevel, writtenLevel } from '#state/level/draft/levelDraft.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { refusalOf } from '../support/performed.ts';

const FILES = readdirSync('content/levels').filter((name) => name.endsWith('.yaml'));
const opened = (name: string) => {
  const data = readText(readFileSync(`content/levels/${name}`, 'utf8'), 'yaml or json');
  const level = openLevel(data.ok ? data.value : null);
  if (!level.ok) throw new Error(JSON.stringify(level.problems));
  return level.value;
};
function making(name: string) {
  const { draft: given, layout } = opened(name);
  const draft = createDraft(null);
  const sandbox = createSandboxStore(draftBoardStorage(null));
  draft.change(given);
  sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words: '' });
  followNames(draft, sandbox);
  const layoutNow = () => sandbox.store.getState().scenario.layout;
  return {
    draft,
    sandbox,
    level: () => parseLevel(writtenLevel(draft.store.getState().draft, layoutNow())),
    ids: () => layoutNow().workspaces.map(idOf),
    text: () => JSON.stringify(draft.store.getState().draft),
  };
}

describe('a workspace that is renamed on the board of a draft', () => {
  it.each(FILES)('is renamed in the whole of %s, and back again', (name) => {
    const { sandbox, level, ids } = making(name);
    const before = level();
    const old = ids();
    for (const [i, workspace] of old.entries())
      expect(refusalOf(sandbox, { type: 'rename_workspace', workspace, name: `other-${i}` })).toBeNull();
    const after = level();
    expect(after.ok, JSON.stringify(after)).toBe(true);
    const { title: _, story: __, ...parts } = after.ok ? after.value : { title: '', story: '' };
    const named = JSON.stringify(parts).match(/"[\w-]+\/[\w-]+"/g) ?? [];
    expect(named.filter((id) => old.includes(id.slice(1, -1)))).toEqual([]);
    for (const [i, workspace] of ids().entries())
      sandbox.perform({ type: 'rename_workspace', workspace, name: old[i]?.split('/')[1] ?? '' });
    expect(level()).toEqual(before);
  });

  it('leaves the proof as it was', () => {
    const { sandbox, level } = making('01-first-spark.yaml');
    sandbox.perform({ type: 'rename_workspace', workspace: 'acme/network', name: 'core' });
    const now = level();
    expect(now.ok && prove(now.value)).toEqual({ problems: [], tried: 0, parProven: true });
  });

  it('has its old name again in the draft when that is undone on the board', () => {
    const { sandbox, draft, text } = making('01-first-spark.yaml');
    const before = text();
    const { past } = draft.store.getState();
    sandbox.perform({ type: 'rename_workspace', workspace: 'acme/network', name: 'core' });
    expect(text()).not.toBe(before);
    expect(text()).not.toContain('"network"');
    expect(draft.store.getState().past).toHaveLength(past.length);
    sandbox.undo();
    expect(text()).toBe(before);
  });

  it('is called by its new name also in what undo brings back', () => {
    const { sandbox, draft, text } = making('01-first-spark.yaml');
    draft.change({ goals: [] });
    sandbox.perform({ type: 'rename_workspace', workspace: 'acme/network', name: 'core' });
    draft.undo();
    expect(text()).toContain('"core"');
    expect(text()).not.toContain('"network"');
  });

  it('is written with its organization where another has one of that name, and without where none has', () => {
    const { sandbox, draft } = making('24-not-your-arrow.yaml');
    const script = () => draft.store.getState().draft.script[0]?.['workspace'];
    expect(script()).toBe('network');
    sandbox.perform({
      type: 'rename_workspace',
      workspace: 'globex/vendor-network',
      name: 'network',
    });
    expect(script()).toBe('acme/network');
    sandbox.perform({ type: 'rename_workspace', workspace: 'acme/network', name: 'core' });
    expect(script()).toBe('acme/core');
  });

  it('is another workspace where another board was opened', () => {
    const { sandbox, draft, text } = making('01-first-spark.yaml');
    const { draft: other, layout } = opened('24-not-your-arrow.yaml');
    draft.change(other);
    const before = text();
    sandbox.perform({ type: 'open_board', scenario: { layout, actions: [] }, words: '' });
    expect(text()).toBe(before);
  });
});
