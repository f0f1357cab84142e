import { counted } from '#model/wording/counted.ts';
import type { Entry } from '#model/quiz/entry.ts';
import type { Backend, SessionRecord } from './backend.ts';
import { memoryBackend } from './memoryBackend.ts';
import { textBackend } from './textBackend.ts';
import { createJournal } from './journal.ts';
import { fromVersion1, parseJson, V1_KEY } from './migration.ts';
import { nothing, partition, partitioning, type PartitionedProgress } from './partition.ts';
import { withPauses } from '../app/pauses.ts';
import type { KeyedStorage } from '../storage/port.ts';

const LOST =
  'Your browser keeps nothing here: what you do is lost when you leave this page. Save it to a file before.';
const FULL = 'Your browser could not store the last change: its storage is full or blocked.';
const NOTED = `${FULL} It is noted down beside the others, and tried again.`;
const ONLY_HERE = `${FULL} It is only on this page, and tried again: save it to a file before you leave.`;
const CLOSED = 'A newer version of this app is open in another tab. Reload this page.';

/** Where things are that the database refused: noted in local storage, or only in the memory of this page. */
export type RefusedStorage = 'noted' | 'only here';

/** What the store needs of its surroundings. */
export interface Surroundings {
  storage: KeyedStorage;
  /** Null if there is no database. */
  open: (onClosed: () => void) => Promise<Backend | null>;
  now: () => number;
  newId: () => string;
  dayOf: (at: number) => number;
  /** Whether the browser has promised to keep what is stored even when space is short; with `ask`, asks for that. */
  lasting: (ask: boolean) => Promise<boolean>;
  /** Messages to and from the other tabs. */
  channel: { post: (message: unknown) => void; listen: (hear: (message: unknown) => void) => void } | null;
  /** A pause between two pieces of long work. */
  pause: () => Promise<void>;
}

interface Hooks {
  /** Everything that is in memory. */
  held: () => { entries: readonly Entry[]; sessions: readonly SessionRecord[]; aside: readonly unknown[] };
  /** Called with things that were found somewhere. */
  found: (things: PartitionedProgress) => void;
  /** Tells the learner something; with `unless`, only if nothing else is told already. */
  tell: (notice: string, unless?: 'told') => void;
  /** Called with null when everything is in the database. */
  refused: (where: RefusedStorage | null) => void;
  kept: (name: Backend['name']) => void;
  lasting: (lasting: boolean) => void;
}

/** Reads and writes progress for the store, and tries again what was refused. */
export function createRepository(around: Surroundings, hooks: Hooks) {
  const { storage } = around;
  const journal = createJournal(storage, around.newId());
  let backend: Backend = memoryBackend();
  let loading: Promise<void> | null = null;
  let [asked, closed] = [false, false];
  /** True while things from earlier visits are not in the backend yet. */
  let behind = true;
  /** Writes happen one after another. */
  let queue: Promise<void> = Promise.resolve();

  const choose = async (): Promise<Backend> => {
    const opened = await around.open(() => {
      closed = true;
      hooks.tell(CLOSED);
    });
    if (opened !== null) return opened;
    // Full storage takes nothing more, and is still read.
    return storageWorks(storage) || storage.keys().length > 0 ? textBackend(storage) : memoryBackend();
  };
  const put = async ({ entries, sessions, aside }: PartitionedProgress) => {
    if (entries.length > 0) await backend.append(entries);
    for (const session of sessions) await backend.putSession(session);
    if (aside.length > 0) await backend.setAside(aside);
  };
  const refuse = () => {
    const noted = journal.isNoted();
    hooks.refused(noted ? 'noted' : 'only here');
    hooks.tell(closed ? CLOSED : noted ? NOTED : ONLY_HERE);
  };

  const migrate = async () => {
    const text = storage.read(V1_KEY);
    if (text === null) return;
    const old = fromVersion1(parseJson(text), around.dayOf);
    if (old === null) hooks.tell('Stored progress could not be read. It is set aside, and in every export.');
    const things = old === null ? { ...nothing(), aside: [text] } : { ...nothing(), entries: old };
    hooks.found(things);
    await put(things);
    if (storage.write(`${V1_KEY}.v1`, text)) storage.remove(V1_KEY);
  };
  /** Takes over what an earlier visit kept as text because it could not open the database. */
  const absorb = async () => {
    if (backend.name !== 'indexeddb') return;
    const text = textBackend(storage);
    const kept = await text.read();
    const { entries, sessions, aside } = partition(kept.entries, kept.sessions);
    const things = { entries, sessions, aside: [...kept.aside, ...aside] };
    if (entries.length + sessions.length + things.aside.length === 0) return;
    hooks.found(things);
    await put(things);
    await text.clear();
  };
  /** Takes over what other tabs noted and did not get into the database. */
  const recover = async () => {
    const { found, forget } = journal.left();
    hooks.found(found);
    await put(found);
    if (backend.name !== 'memory') forget();
  };
  const catchUp = async () => {
    behind = true;
    await absorb();
    await migrate();
    await recover();
    behind = false;
  };
  const read = async () => {
    const kept = await backend.read();
    const things = await withPauses(partitioning(kept.entries, kept.sessions), around.pause);
    hooks.found({ ...things, aside: [...kept.aside, ...things.aside] });
    const n = hooks.held().aside.length;
    if (n > 0)
      hooks.tell(
        `${counted(n, 'record')} of your progress could not be read. Nothing is deleted: every export holds what was set aside.`,
        'told',
      );
  };
  const start = async () => {
    backend = await choose();
    if (backend.name === 'memory') hooks.tell(LOST);
    await catchUp().catch(refuse);
    await read().catch(() => hooks.tell('Your stored progress could not be read. Nothing was changed.'));
    hooks.kept(backend.name);
    if (backend.name !== 'memory') void around.lasting(false).then(hooks.lasting);
  };
  const load = (): Promise<void> => {
    loading ??= start();
    return loading;
  };
  /** If nothing could be kept so far, looks for a backend again; everything in memory then waits to be written. */
  const reopen = async () => {
    if (backend.name !== 'memory') return;
    const found = await choose();
    if (found.name === 'memory') return;
    backend = found;
    behind = true;
    const { entries, sessions, aside } = hooks.held();
    journal.add(entries, sessions, aside);
    hooks.refused(journal.isNoted() ? 'noted' : 'only here');
    hooks.kept(backend.name);
  };
  const flush = async () => {
    try {
      if (behind) await catchUp();
      // This includes what was refused before.
      const all = journal.pending();
      await put(all);
      journal.done(all);
      around.channel?.post({ entries: all.entries, sessions: all.sessions });
      hooks.refused(null);
    } catch {
      // It stays in the journal, and is tried again with the next change or when a page of the app is opened.
      refuse();
    }
    if (asked || backend.name === 'memory') return;
    asked = true;
    void around.lasting(true).then(hooks.lasting);
  };
  const enqueue = (work: () => Promise<void>): Promise<void> => {
    queue = queue.then(async () => {
      await load();
      await work();
    });
    return queue;
  };
  return {
    load,
    write: (entries: readonly Entry[], sessions: readonly SessionRecord[], aside: readonly unknown[]) => {
      journal.add(entries, sessions, aside);
      return enqueue(flush);
    },
    /** Tries again to write what was refused. */
    retry: () =>
      enqueue(async () => {
        await reopen();
        await flush();
      }),
    /** Reads again what other tabs left, including closed ones. */
    refresh: async () => {
      await load();
      try {
        await recover();
        await read();
      } catch {
        refuse();
      }
    },
    clear: async () => {
      await queue;
      await backend.clear();
      journal.clear();
      for (const key of storage.keys()) if (key.startsWith(V1_KEY)) storage.remove(key);
    },
  };
}

/** Whether local storage can keep anything at all. */
const storageWorks = (storage: KeyedStorage): boolean =>
  storage.write('runchain.probe', '1') && storage.read('runchain.probe') === '1';
