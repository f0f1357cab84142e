import { clipboardOf, clipboardText, readClipboard } from '#state/board/clipboard.ts';
import type { WorkbenchSeen } from './useSandbox.ts';

/** What copy, duplicate and delete are about: the chosen workspaces, else the focused one. */
export function chosenIds({ state }: WorkbenchSeen): string[] {
  const there = new Set(state.scenario.layout.workspaces.map((w) => `${w.organization}/${w.name}`));
  const selected = state.selected.filter((id) => there.has(id));
  if (selected.length > 0) return selected;
  return state.focused !== null && there.has(state.focused) ? [state.focused] : [];
}

const clip = (seen: WorkbenchSeen, ids: readonly string[]) => {
  const { layout } = seen.state.scenario;
  const workspaces = layout.workspaces.map(
    (w) => seen.moment.workspaces.get(`${w.organization}/${w.name}`) ?? w,
  );
  return clipboardOf({ ...layout, workspaces, run_triggers: seen.moment.triggers }, ids);
};

const words = (count: number): string => (count === 1 ? 'workspace' : `${count} workspaces`);

/** What was copied last, for where the browser's clipboard is closed. */
let kept = '';

/** The chosen workspaces as text, or null where none is chosen. */
export function copiedText(seen: WorkbenchSeen): string | null {
  const ids = chosenIds(seen);
  if (ids.length === 0) return null;
  kept = clipboardText(clip(seen, ids));
  return kept;
}

/** Copies as JSON, also for pasting into another board; where the clipboard is closed, within this page. */
export async function copySelected(seen: WorkbenchSeen): Promise<void> {
  const ids = chosenIds(seen);
  if (copiedText(seen) === null) return;
  try {
    await navigator.clipboard.writeText(kept);
    seen.sandbox.say(`Copied ${words(ids.length)}.`);
  } catch {
    seen.sandbox.say(`Copied ${words(ids.length)}, within this page.`);
  }
}

export function pasteText(seen: WorkbenchSeen, text: string): void {
  const read = readClipboard(text) ?? readClipboard(kept);
  if (read === null) seen.sandbox.say('There are no copied workspaces on the clipboard.', 'copy');
  else seen.sandbox.perform({ type: 'paste_workspaces', clip: read });
}

export async function pasteFromClipboard(seen: WorkbenchSeen): Promise<void> {
  let text = kept;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    // The browser may not let a page read the clipboard; what was copied here is known anyway.
  }
  pasteText(seen, text);
}

export function duplicateSelected(seen: WorkbenchSeen): void {
  const ids = chosenIds(seen);
  if (ids.length > 0) seen.sandbox.perform({ type: 'paste_workspaces', clip: clip(seen, ids) });
}

export function removeSelected(seen: WorkbenchSeen): void {
  seen.sandbox.perform({ type: 'delete_workspaces', workspaces: chosenIds(seen) });
}

/** Adds a workspace to the chosen ones, or takes it out. */
export function toggleSelected({ state, sandbox }: WorkbenchSeen, id: string): void {
  const rest = state.selected.filter((other) => other !== id);
  const next = rest.length === state.selected.length ? [...rest, id] : rest;
  sandbox.select(next);
  sandbox.say(`${next.length} selected.`);
}
