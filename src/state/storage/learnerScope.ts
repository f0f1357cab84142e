/*
 * Whose things the browser keeps. Everything a learner makes is kept under their own name where a learning system started
 * the app, because there one browser may serve several people; without one, keys are plain.
 */

/** In the tab's storage: whose tab this is, as `encodeURIComponent` writes it; empty: nobody's in particular. */
const SCOPE = 'runchain.learner';
/** In local storage, as long as a learning system has an attempt open: whose it is, in the same form. */
const AT_WORK = 'runchain.learner.now';

/** The value, or null where storage is blocked, which keeps nothing for anybody. */
export function unlessBlocked<T>(how: () => T): T | null {
  try {
    return how();
  } catch {
    return null;
  }
}

/** Found once: whose page this is does not change while it is open. */
let scope: string | null = null;

/** Whose things this page is about: empty but where a learning system started the app. */
function storageScope(): string {
  scope ??= unlessBlocked(() => sessionStorage.getItem(SCOPE)) ?? unlessBlocked(adopted) ?? '';
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
  unlessBlocked(() => sessionStorage.setItem(SCOPE, mine));
  unlessBlocked(() => (mine === '' ? localStorage.removeItem(AT_WORK) : localStorage.setItem(AT_WORK, mine)));
  return () => {
    unlessBlocked(() => localStorage.getItem(AT_WORK) === mine && localStorage.removeItem(AT_WORK));
  };
}

/** A name of something that is kept, for the learner of this tab. */
export const scoped = (name: string): string => {
  const whose = storageScope();
  return whose === '' ? name : `${whose}/${name}`;
};
