import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { idOf, type Layout, settableFields } from '#model/layout/layout.ts';
import type { LevelDraft, DraftState, DraftStore } from '#state/level/draft/levelDraft.ts';
import { shortNames } from '#state/level/draft/levelDraft.ts';
import type { Sandbox } from '#state/board/boardStore.ts';

export const SECTIONS = ['About', 'Board', 'Script', 'Goals', 'Palette', 'Solution', 'Mistakes'] as const;
export type Section = (typeof SECTIONS)[number];

export interface BuilderView {
  draft: DraftStore;
  sandbox: Sandbox;
  section: Section;
  show: (section: Section) => void;
}
export const BuilderContext = createContext<BuilderView | null>(null);

export function useBuilder(): BuilderView & { state: DraftState; layout: Layout } {
  const view = useContext(BuilderContext);
  if (view === null) throw new Error('useBuilder outside of the builder');
  const state = useStore(view.draft.store);
  const layout = useStore(view.sandbox.store, (board) => board.scenario.layout);
  return { ...view, state, layout };
}

/** What a member of a form may name, by the member's own name; null where it is free text. */
export function namesFor(member: string, layout: Layout): readonly string[] | null {
  const once = (names: readonly string[]) => [...new Set(names)];
  switch (member) {
    case 'workspace':
    case 'sourceable':
    case 'remote_state_consumer_ids':
      return shortNames(layout.workspaces.map(idOf), layout) as string[];
    case 'set':
      return once(layout.variable_sets.map(({ name }) => name));
    case 'project':
      return once(layout.projects.map(({ name }) => name));
    case 'policy':
      return once(layout.workspaces.flatMap((w) => w.policies.map(({ name }) => name)));
    case 'team':
    case 'as':
    case 'tfe_token_team':
      return once(layout.teams.map(({ name }) => name));
    case 'field':
      return [...Object.keys(settableFields), 'locked'];
    default:
      return null;
  }
}

/** The section of the builder that a path of a level file belongs to. */
export function sectionOf(path: string): Section {
  const [first = ''] = path.split(/[.[]/);
  const places: Readonly<Record<string, Section>> = {
    layout: 'Board',
    script: 'Script',
    probes: 'Script',
    goals: 'Goals',
    palette: 'Palette',
    solution: 'Solution',
    par: 'Solution',
    mistakes: 'Mistakes',
  };
  return places[first] ?? 'About';
}

/** `tfe-run-trigger` and `at_least` as words; fields of the product keep their own spelling elsewhere. */
export const words = (name: string): string =>
  name.replaceAll('_', ' ').replace(/^./, (c) => c.toUpperCase());

/** A list with one item replaced, removed (`undefined`) or moved. */
export const replaced = <T>(list: readonly T[], at: number, item: T | undefined): T[] =>
  list.flatMap((old, i) => (i !== at ? [old] : item === undefined ? [] : [item]));

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** A name like `goal-2` that none of these has. */
export function freeId(stem: string, taken: readonly { id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = taken.length + 1;
  while (ids.has(`${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}

export type { LevelDraft };
