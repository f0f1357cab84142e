import { idOf, type Layout } from '#model/layout/layout.ts';
import type { DraftStore } from './levelDraft.ts';
import { withIds } from '../../board/renaming.ts';
import type { Sandbox } from '../../board/boardStore.ts';

/**
 * The workspaces whose names differ between two layouts that are otherwise the same, as IDs before and after. Null if
 * anything else differs, so that another board in place of this one renames nothing.
 */
function renamedBetween(before: Layout, after: Layout): ReadonlyMap<string, string> | null {
  if (before.workspaces.length !== after.workspaces.length) return null;
  const old = new Set(before.workspaces.map(idOf));
  const ids = new Map(
    before.workspaces.flatMap((w, i) => {
      const now = after.workspaces[i];
      return now === undefined || idOf(now) === idOf(w) ? [] : [[idOf(w), idOf(now)] as const];
    }),
  );
  if (ids.size === 0 || [...ids.values()].some((id) => old.has(id))) return null;
  const moved = withIds(before, (id) => ids.get(id) ?? id);
  const workspaces = moved.workspaces.map((w, i) => ({
    ...w,
    name: after.workspaces[i]?.name ?? w.name,
  }));
  return JSON.stringify({ ...moved, workspaces }) === JSON.stringify(after) ? ids : null;
}

/** The members of a level that name workspaces: those with one name, and those with a list of names. */
const ONE = ['workspace', 'sourceable'];
const SEVERAL = ['remote_state_consumer_ids', 'predict'];

/**
 * A part of a level file with the new names of workspaces that were renamed.
 * @param to the new ID of each renamed workspace
 */
function withNames<T>(part: T, before: Layout, after: Layout, to: ReadonlyMap<string, string>): T;
function withNames(part: unknown, before: Layout, after: Layout, to: ReadonlyMap<string, string>): unknown {
  const called = (layout: Layout, name: string): string[] =>
    layout.workspaces.filter((w) => w.name === name || idOf(w) === name).map(idOf);
  const named = (name: unknown): unknown => {
    if (typeof name !== 'string') return within(name);
    const [id, ...others] = called(before, name);
    if (id === undefined || others.length > 0) return name;
    const now = to.get(id) ?? id;
    const short = now.slice(now.indexOf('/') + 1);
    return name === id || called(after, short).length > 1 ? now : short;
  };
  const within = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(within);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, item]) => {
        if (SEVERAL.includes(key) && Array.isArray(item)) return [key, item.map(named)];
        return [key, ONE.includes(key) ? named(item) : within(item)];
      }),
    );
  };
  return within(part);
}

/** Renames workspaces in goals, probes and the rest of a draft when its board does. @returns a function that stops this */
export function followNames(draft: DraftStore, sandbox: Sandbox): () => void {
  return sandbox.store.subscribe((now, then) => {
    const [before, after] = [then.scenario.layout, now.scenario.layout];
    if (before === after) return;
    const ids = renamedBetween(before, after);
    if (ids !== null) draft.rewrite((one) => withNames(one, before, after, ids));
  });
}
