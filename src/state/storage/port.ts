/*
 * The one way to what the browser keeps for this site. Everything a learner makes is kept under their own name where a
 * learning system started the app, because there one browser may serve several people; without one, keys are plain.
 * What belongs to the device, and not to a person, goes through `deviceStorage`. `test/state/storagePort.test.ts` finds
 * whatever goes around this file.
 */

/** Where something is kept. Reading and writing may fail: storage can be blocked, full or hold rubbish. */
interface Storage {
  read(key: string): string | null;
  /** @returns false where it could not be written */
  write(key: string, value: string): boolean;
}

/** Storage whose keys can be listed and removed. */
export interface KeyedStorage extends Storage {
  keys(): string[];
  remove(key: string): void;
}

/** Storage with the browser's own names and errors: a write that does not fit throws. */
interface Area {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** In the tab's storage: whose tab this is, as `encodeURIComponent` writes it; empty: nobody's in particular. */
const SCOPE = 'runchain.learner';
/** In local storage, as long as a learning system has an attempt open: whose it is, in the same form. */
const AT_WORK = 'runchain.learner.now';

function quietly<T>(how: () => T): T | null {
  try {
    return how();
  } catch {
    // Blocked storage keeps nothing, for nobody.
    return null;
  }
}

/** Found once: whose page this is does not change while it is open. */
let scope: string | null = null;

/** Whose things this page is about: empty but where a learning system started the app. */
function storageScope(): string {
  scope ??= quietly(() => sessionStorage.getItem(SCOPE)) ?? quietly(adopted) ?? '';
  return scope;
}

/**
 * A page of the package for learning systems that was opened in a new tab knows nothing of the tab it came from. It
 * belongs to whoever is at work, or else two learners would meet there, in the keys of nobody.
 */
function adopted(): string | null {
  if (!('packaged' in document.documentElement.dataset)) return null;
  const found = localStorage.getItem(AT_WORK);
  if (found !== null) sessionStorage.setItem(SCOPE, found);
  return found;
}

/**
 * From now on this tab, and what it opens, has the things of that learner; empty: those of a visitor whom no learning
 * system sent.
 * @returns says that the attempt is over: tabs opened later are not the learner's any more
 */
export function scopeStorage(learner: string): () => void {
  const mine = encodeURIComponent(learner);
  scope = mine;
  quietly(() => sessionStorage.setItem(SCOPE, mine));
  quietly(() => (mine === '' ? localStorage.removeItem(AT_WORK) : localStorage.setItem(AT_WORK, mine)));
  return () => {
    quietly(() => localStorage.getItem(AT_WORK) === mine && localStorage.removeItem(AT_WORK));
  };
}

/** A name of something that is kept, for the learner of this tab. */
export const scoped = (name: string): string => {
  const whose = storageScope();
  return whose === '' ? name : `${whose}/${name}`;
};

/** The browser's local storage; blocked storage reads as empty and refuses to write. */
export const browserStorage: KeyedStorage = {
  keys() {
    const start = scoped('runchain.');
    const prefix = scoped('').length;
    const all = quietly(() => Object.keys(localStorage)) ?? [];
    return all.filter((key) => key.startsWith(start)).map((key) => key.slice(prefix));
  },
  remove(key) {
    quietly(() => localStorage.removeItem(scoped(key)));
  },
  read: (key) => quietly(() => localStorage.getItem(scoped(key))),
  write: (key, value) =>
    quietly(() => {
      localStorage.setItem(scoped(key), value);
      return true;
    }) ?? false,
};

const areaOf = (held: Area): Area => ({
  getItem: (key) => held.getItem(scoped(key)),
  setItem: (key, value) => held.setItem(scoped(key), value),
  removeItem: (key) => held.removeItem(scoped(key)),
});

/** Local storage as boards use it; null where it is blocked or full: even naming it may throw. */
export const boardArea = (): Area | null =>
  quietly(() => {
    const area = areaOf(localStorage);
    area.setItem('runchain.sandbox.board.probe', '1');
    area.removeItem('runchain.sandbox.board.probe');
    return area;
  });

/** What this tab alone remembers, as long as it is open; null where that is blocked. */
export const tabArea = (): Area | null => quietly(() => areaOf(sessionStorage));

/** What belongs to the screen and the room it is in: shared by everybody who uses this browser. */
type DeviceKey = 'runchain.theme';

/** Settings of the device. Nothing that tells of a person may be kept here. */
export const deviceStorage = {
  read: (key: DeviceKey): string | null => quietly(() => localStorage.getItem(key)),
  /** @param value null takes it away. @returns false where it could not be written */
  write: (key: DeviceKey, value: string | null): boolean =>
    quietly(() => {
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
