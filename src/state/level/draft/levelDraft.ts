import * as z from 'zod/mini';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type FormField, formOf, leanOf } from '#model/parse/formField.ts';
import { idOf, type Layout, layoutSchema, readLayout } from '#model/layout/layout.ts';
import { parseLevel } from '#model/level/level.ts';
import type { Parsed, Problem } from '#model/parse/problem.ts';
import { choice, listOf, parseWith, record, text } from '#model/parse/schema.ts';
import { memory } from '../../boards/boardList.ts';
import {
  BOARD_KEY,
  type BoardStorage,
  type KeyValue,
  levelKey,
  saveBoard,
} from '../../boards/boardStorage.ts';
import { copyKey } from '../persistedLevel.ts';
import { PLAYED } from './playedDraft.ts';
import { freshBoard } from '../../board/board.ts';

/*
 * The level that an author is making. Its board is an ordinary board, kept under `runchain.builder.board`. The rest is
 * kept under `runchain.builder.draft`:
 *   version 1: { version: 1, draft }, the draft in the form of a level file without its layout
 * A draft may lack things that a level must have. What cannot be read is moved, unchanged, to the same key with
 * `.unreadable` at the end.
 */
export const DRAFT_KEY = 'runchain.builder.draft';
const DRAFT_BOARD = 'runchain.builder.board';

const change = z.record(z.string(), z.unknown());
const attempt = { edits: listOf(change), actions: listOf(change) };
const both = () => ({ edits: [], actions: [] });
const draftShape = {
  id: text(''),
  chapter: text(''),
  title: text(''),
  story: text(''),
  facts: listOf(z.string()),
  rules: listOf(z.string()),
  debrief: text(''),
  script: listOf(change),
  probes: listOf(
    record({
      id: text(''),
      text: text(''),
      script: z.optional(z.array(change)),
      faults: listOf(change),
    }),
  ),
  goals: listOf(
    record({
      id: text(''),
      text: text(''),
      kind: choice(['correct', 'safe'], 'correct'),
      rule: text(''),
      probes: listOf(z.string()),
      check: z._default(change, () => ({})),
    }),
  ),
  palette: z._default(record(attempt), both),
  mistakes: listOf(record({ text: text(''), ...attempt, fails: text(''), rule: text('') })),
  solution: z._default(record(attempt), both),
  par: z._default(z.number(), 1),
  predict: listOf(z.string()),
  hint: text(''),
};
const draftSchema = record(draftShape);
const fileSchema = record({ ...draftShape, version: z.literal(1), layout: z.unknown() });
export type LevelDraft = z.output<typeof draftSchema>;
/** An edit or an action as in a file; it may be incomplete. */
export type DraftChange = z.output<typeof change>;
export type DraftAttempt = Pick<LevelDraft['solution'], 'edits' | 'actions'>;

export const EMPTY_DRAFT: LevelDraft = draftSchema.parse({});
/** A layout with one organization and nothing in it. */
export const EMPTY_LAYOUT: Layout = {
  version: 1,
  ruleset: 'hcp',
  organizations: [{ name: 'acme', concurrency: null }],
  projects: [],
  workspaces: [],
  run_triggers: [],
  variable_sets: [],
  teams: [],
};

export interface DraftState {
  draft: LevelDraft;
  past: readonly LevelDraft[];
  future: readonly LevelDraft[];
  storage: 'kept' | 'blocked' | 'unreadable';
}
export type DraftStore = ReturnType<typeof createDraft>;

/** The draft with its undo units. Each change is kept at once, so that none is lost when the tab closes. */
export function createDraft(storage: KeyValue | null) {
  const loaded = loadDraft(storage);
  const store: StoreApi<DraftState> = createStore<DraftState>(() => ({ ...loaded, past: [], future: [] }));
  const get = store.getState;
  /** The field that is being typed into. Everything typed there is one undo unit. */
  let session: string | null = null;
  const keep = () => {
    if (!saveDraft(storage, get().draft)) store.setState({ storage: 'blocked' });
  };
  const travel = (from: 'past' | 'future', to: 'past' | 'future') => {
    const state = get();
    const draft = state[from].at(-1);
    if (draft === undefined) return;
    session = null;
    store.setState({ draft, [from]: state[from].slice(0, -1), [to]: [...state[to], state.draft] });
    keep();
  };
  return {
    store,
    change(next: Partial<LevelDraft>, inSession: string | null = null): void {
      const { draft, past } = get();
      const after = { ...draft, ...next };
      if (JSON.stringify(after) === JSON.stringify(draft)) return;
      const going = inSession !== null && inSession === session;
      session = inSession;
      store.setState({ draft: after, past: going ? past : [...past, draft], future: [] });
      keep();
    },
    /**
     * Applies what follows from a change elsewhere, such as a new name on the board. It is not an undo unit of its own, so
     * it is applied to all of them.
     */
    rewrite(put: (draft: LevelDraft) => LevelDraft): void {
      const { draft, past, future } = get();
      store.setState({ draft: put(draft), past: past.map(put), future: future.map(put) });
      keep();
    },
    undo: () => travel('past', 'future'),
    redo: () => travel('future', 'past'),
  };
}

function loadDraft(storage: KeyValue | null): Pick<DraftState, 'draft' | 'storage'> {
  if (storage === null) return { draft: EMPTY_DRAFT, storage: 'blocked' };
  let kept: string | null = null;
  try {
    kept = storage.getItem(DRAFT_KEY);
    if (kept === null) return { draft: EMPTY_DRAFT, storage: 'kept' };
    const read = parseWith(record({ version: z.literal(1), draft: draftSchema }), JSON.parse(kept));
    if (read.ok) return { draft: read.value.draft, storage: 'kept' };
  } catch {
    if (kept === null) return { draft: EMPTY_DRAFT, storage: 'blocked' };
  }
  try {
    storage.setItem(`${DRAFT_KEY}.unreadable`, kept);
    return { draft: EMPTY_DRAFT, storage: 'unreadable' };
  } catch {
    return { draft: EMPTY_DRAFT, storage: 'blocked' };
  }
}

function saveDraft(storage: KeyValue | null, draft: LevelDraft): boolean {
  try {
    storage?.setItem(DRAFT_KEY, JSON.stringify({ version: 1, draft }));
    return storage !== null;
  } catch {
    return false;
  }
}

/** Where the board of the draft is kept. It begins without workspaces. */
export function draftBoardStorage(storage: KeyValue | null): KeyValue {
  // If nothing can be kept, the board still begins empty; the draft says that it is not kept.
  const base: KeyValue = storage ?? memory();
  const mine = (key: string) => key.replace(BOARD_KEY, DRAFT_BOARD);
  const kept: KeyValue = {
    getItem: (key) => base.getItem(mine(key)),
    setItem: (key, value) => base.setItem(mine(key), value),
  };
  if (kept.getItem(BOARD_KEY) === null) saveBoard(kept, freshBoard({ layout: EMPTY_LAYOUT, actions: [] }));
  return kept;
}

/** Forgets how far the draft was played, so that playing begins at the start. */
export function forgetPlayed(storage: BoardStorage | null): void {
  for (const key of [levelKey(PLAYED), `${levelKey(PLAYED)}.help`, copyKey(PLAYED)])
    try {
      storage?.removeItem(key);
    } catch {
      // What was played is then found again, or set aside because it does not fit.
    }
}

const LAYOUT_FORM: FormField = formOf(layoutSchema);
const DRAFT_FORM: FormField = formOf(draftSchema);

/** A value with the names of workspaces as short as possible, as a person would write them. */
export function shortNames(value: unknown, layout: Layout): unknown {
  const count = new Map<string, number>();
  for (const { name } of layout.workspaces) count.set(name, (count.get(name) ?? 0) + 1);
  const short = new Map(
    layout.workspaces.filter((w) => count.get(w.name) === 1).map((w) => [idOf(w), w.name]),
  );
  const within = (inner: unknown): unknown => {
    if (typeof inner === 'string') return short.get(inner) ?? inner;
    if (Array.isArray(inner)) return inner.map(within);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, within(item)]));
  };
  return within(value);
}

/** The layout as in a level file: short names, no defaults, and no organization if there is only one. */
function writtenLayout(layout: Layout): unknown {
  const [only, ...others] = layout.organizations;
  const lean = leanOf(LAYOUT_FORM, shortNames(layout, layout));
  if (only === undefined || others.length > 0) return lean;
  const placed = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(placed);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'organization'));
  };
  return Object.fromEntries(Object.entries(lean as object).map(([key, item]) => [key, placed(item)]));
}

/** What was typed into a list, without surrounding space and without empty items. */
const entered = (list: readonly string[]): string[] =>
  list.map((one) => one.trim()).filter((one) => one !== '');

/** The draft and its board as a level file has them, in the order of `content/levels`. */
export function writtenLevel(draft: LevelDraft, layout: Layout): Record<string, unknown> {
  const lean = leanOf(DRAFT_FORM, draft) as Partial<LevelDraft>;
  const { id = '', chapter = '', title = '', story = '', facts, rules, debrief = '', ...rest } = lean;
  const { script, probes, goals = [], palette, mistakes, solution = {}, predict, hint } = rest;
  const written: Record<string, unknown> = {
    id,
    version: 1,
    chapter,
    title,
    story,
    facts: facts && entered(facts),
    rules: entered(rules ?? []),
    debrief,
    layout: writtenLayout(layout),
    script,
    probes,
    goals,
    palette: palette ?? {},
    mistakes,
    solution,
    par: draft.par,
    predict,
    hint,
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined));
}

/** A file that was opened as a draft; `problems` says what keeps it from being a level. */
export interface OpenedDraft {
  draft: LevelDraft;
  layout: Layout;
  problems: Problem[];
}

/**
 * Reads a level file, finished or not. If it has something that a draft cannot hold, that is a problem and nothing is
 * opened, because an unknown key must not be dropped silently.
 */
export function openLevel(data: unknown): Parsed<OpenedDraft> {
  const read = parseWith(fileSchema, data);
  const given: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'layout') : undefined;
  const { layout, problems } = readLayout(given, 'layout');
  const level = parseLevel(data);
  if (!read.ok || layout === null || problems.length > 0) {
    const all = [...(read.ok ? [] : read.problems), ...problems, ...(level.ok ? [] : level.problems)];
    const seen = new Set<string>();
    const once = all.filter(({ path, message }) => {
      const key = `${path} ${message}`;
      return !seen.has(key) && seen.add(key);
    });
    return { ok: false, problems: once };
  }
  const { version: _, layout: __, ...draft } = read.value;
  return { ok: true, value: { draft, layout, problems: level.ok ? [] : level.problems } };
}
