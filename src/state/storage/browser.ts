import type { KeyedStorage, StorageArea } from './port.ts';
import { unlessBlocked, scoped } from './learnerScope.ts';

/*
 * The one way to what the browser keeps for this site: each name is that of the learner of this tab. What belongs to the
 * device, and not to a person, goes through `deviceStorage`. `test/state/storagePort.test.ts` finds whatever goes around it.
 */

/** The browser's local storage; blocked storage reads as empty and refuses to write. */
export const browserStorage: KeyedStorage = {
  keys() {
    const start = scoped('runchain.');
    const prefix = scoped('').length;
    const all = unlessBlocked(() => Object.keys(localStorage)) ?? [];
    return all.filter((key) => key.startsWith(start)).map((key) => key.slice(prefix));
  },
  remove(key) {
    unlessBlocked(() => localStorage.removeItem(scoped(key)));
  },
  read: (key) => unlessBlocked(() => localStorage.getItem(scoped(key))),
  write: (key, value) =>
    unlessBlocked(() => {
      localStorage.setItem(scoped(key), value);
      return true;
    }) ?? false,
};

const areaOf = (held: StorageArea): StorageArea => ({
  getItem: (key) => held.getItem(scoped(key)),
  setItem: (key, value) => held.setItem(scoped(key), value),
  removeItem: (key) => held.removeItem(scoped(key)),
});

/** Local storage as boards use it; null where it is blocked or full: even naming it may throw. */
export const boardArea = (): StorageArea | null =>
  unlessBlocked(() => {
    const area = areaOf(localStorage);
    area.setItem('runchain.sandbox.board.probe', '1');
    area.removeItem('runchain.sandbox.board.probe');
    return area;
  });

/** What this tab alone remembers, as long as it is open; null where that is blocked. */
export const tabArea = (): StorageArea | null => unlessBlocked(() => areaOf(sessionStorage));

/** What belongs to the screen and the room it is in: shared by everybody who uses this browser. */
type DeviceKey = 'runchain.theme';

/** Settings of the device. Nothing that tells of a person may be kept here. */
export const deviceStorage = {
  read: (key: DeviceKey): string | null => unlessBlocked(() => localStorage.getItem(key)),
  /** @param value null takes it away. @returns false where it could not be written */
  write: (key: DeviceKey, value: string | null): boolean =>
    unlessBlocked(() => {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
      return true;
    }) ?? false,
};

/** Messages between the tabs of this learner; null where there are none. */
export function openChannel(name: string): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined' || typeof window === 'undefined') return null;
  return new BroadcastChannel(scoped(name));
}

/** Hears that another tab of this learner kept something. @returns what ends it */
export function onOtherTabs(hear: () => void): () => void {
  const mine = scoped('runchain.');
  const listen = ({ key }: StorageEvent) => {
    // No key: everything was cleared.
    if (key === null || key.startsWith(mine)) hear();
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
