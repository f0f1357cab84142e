import { describe, expect, it } from 'vitest';
import { createPersistedLevel, copyKey } from '#state/level/persistedLevel.ts';
import { levelKey } from '#state/boards/boardStorage.ts';
import { createSandboxStore } from '#state/board/boardStore.ts';
import { changes } from '../support/performed.ts';
import { LEVELS } from '../support/levels.ts';
import { memory } from './memory.ts';

const found = LEVELS.find(({ id }) => id.startsWith('04'));
if (found === undefined) throw new Error('no level 4');
const level = found;
const [app, platform] = level.palette.edits;
if (app === undefined || platform === undefined) throw new Error('level 4 offers too little');

/** One level in two tabs of one browser; each has its own slot and its own board. */
function twoTabs() {
  const storage = memory();
  const tab = () => {
    const slot = createPersistedLevel(storage, level);
    return { slot, sandbox: createSandboxStore(slot, { level }) };
  };
  return { storage, tab, here: tab(), there: tab(), kept: () => storage.entries[levelKey(level.id)] ?? '' };
}
const layoutOf = ({ sandbox }: { sandbox: ReturnType<typeof createSandboxStore> }) =>
  sandbox.store.getState().scenario.layout;

describe('one level in two tabs', () => {
  it('never writes over what the other tab wrote', () => {
    const { here, there, kept } = twoTabs();
    expect(changes(here.sandbox, app)).toBe(true);
    const written = kept();
    expect(changes(there.sandbox, platform)).toBe(true);
    expect(kept()).toBe(written);
    expect(there.slot.conflict()).toBe(true);
    expect(there.slot.unsaved()).toBe(true);
    expect(here.slot.conflict()).toBe(false);
  });

  it('keeps mine where that is chosen, and goes on keeping it', () => {
    const { here, there, tab } = twoTabs();
    here.sandbox.perform(app);
    there.sandbox.perform(platform);
    there.slot.keepMine();
    there.sandbox.perform(app);
    expect(there.slot.conflict()).toBe(false);
    expect(layoutOf(tab())).toEqual(layoutOf(there));
  });

  it('shows the newer copy and puts mine aside, where it is found again until it is dropped', () => {
    const { here, there, tab, storage } = twoTabs();
    here.sandbox.perform(app);
    there.sandbox.perform(platform);
    const mine = layoutOf(there);
    there.slot.keepBoth();
    const again = tab();
    expect(layoutOf(again)).toEqual(layoutOf(here));
    expect(again.slot.copy()?.layout).toEqual(mine);
    again.slot.dropCopy();
    expect(again.slot.copy()).toBeNull();
    expect(storage.entries).not.toHaveProperty([copyKey(level.id)]);
  });

  it('only looking at it in both is no conflict', () => {
    const { here, there } = twoTabs();
    here.sandbox.seek(3);
    there.slot.notice();
    there.sandbox.seek(1);
    expect(there.slot.conflict()).toBe(false);
  });

  it('tells whoever shows it', () => {
    const { here, there } = twoTabs();
    let told = 0;
    const stop = there.slot.subscribe(() => told++);
    here.sandbox.perform(app);
    there.slot.notice();
    expect(told).toBe(1);
    expect(there.slot.conflict()).toBe(true);
    expect(there.slot.unsaved()).toBe(false);
    stop();
    there.slot.keepMine();
    expect(told).toBe(1);
  });
});
