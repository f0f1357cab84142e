import { short } from '#model/layout/vocabulary.ts';
import { parseLayout, type Workspace } from '#model/layout/layout.ts';
import { idOf, type Layout } from '#model/layout/layout.ts';
import { pasted } from '../clipboard.ts';
import { LIMITS } from '../refusal.ts';
import { actionWithIds, actionWithout, withIds, workspaceById } from '../renaming.ts';
import type { Handlers } from './structure.ts';

/** A workspace with every default, or null where the name is none. */
function bareWorkspace(organization: string, name: string): Workspace | null {
  const parsed = parseLayout({ version: 1, organizations: [{ name: organization }], workspaces: [{ name }] });
  return parsed.ok ? (parsed.value.workspaces[0] ?? null) : null;
}

const without = (layout: Layout, gone: ReadonlySet<string>): Layout => ({
  ...layout,
  workspaces: layout.workspaces
    .filter((w) => !gone.has(idOf(w)))
    .map((w) => ({
      ...w,
      reads: w.reads.filter((r) => !gone.has(r.workspace)),
      remote_state_consumer_ids: w.remote_state_consumer_ids.filter((id) => !gone.has(id)),
    })),
  run_triggers: layout.run_triggers.filter((t) => !gone.has(t.sourceable) && !gone.has(t.workspace)),
  variable_sets: layout.variable_sets.map((s) => ({
    ...s,
    workspaces: s.workspaces.filter((id) => !gone.has(id)),
  })),
  teams: layout.teams.map((t) => ({
    ...t,
    workspace_access: t.workspace_access.filter((g) => !gone.has(g.workspace)),
  })),
});

const inOne = (layout: Layout, id: string, change: (w: Workspace) => Workspace): Layout => ({
  ...layout,
  workspaces: layout.workspaces.map((w) => (idOf(w) === id ? change(w) : w)),
});

const NAME = /^[A-Za-z0-9_-]+$/;

export const WORKSPACE_HANDLERS: Handlers<
  | 'add_workspace'
  | 'rename_workspace'
  | 'delete_workspaces'
  | 'place_workspace'
  | 'set_has_state'
  | 'paste_workspaces'
> = {
  add_workspace({ layout }, { organization, name, project }) {
    if (!NAME.test(name)) return { refusal: { code: 'name_form' } };
    if (layout.workspaces.length >= LIMITS.workspaces)
      return { refusal: { code: 'limit', of: 'workspaces' } };
    const id = `${organization}/${name}`;
    const made = bareWorkspace(organization, name);
    if (made === null) return { refusal: { code: 'name_form' } };
    if (workspaceById(layout, id) !== undefined) return { refusal: { code: 'name_taken', name } };
    return {
      layout: { ...layout, workspaces: [...layout.workspaces, { ...made, project }] },
      focused: id,
      words: `${name} added.`,
    };
  },
  rename_workspace({ layout }, { workspace, name }) {
    const found = workspaceById(layout, workspace);
    if (found === undefined || found.name === name) return { layout, words: '' };
    if (!NAME.test(name)) return { refusal: { code: 'name_form' } };
    const next = `${found.organization}/${name}`;
    if (workspaceById(layout, next) !== undefined) return { refusal: { code: 'name_taken', name } };
    const to = (id: string) => (id === workspace ? next : id);
    return {
      layout: withIds(
        inOne(layout, workspace, (w) => ({ ...w, name })),
        to,
      ),
      act: (action) => actionWithIds(action, to),
      renamed: new Map([[workspace, next]]),
      focused: next,
      words: `Renamed to ${name}.`,
    };
  },
  delete_workspaces({ layout }, { workspaces }) {
    const gone = new Set(workspaces.filter((id) => workspaceById(layout, id) !== undefined));
    if (gone.size === 0) return { layout, words: '' };
    const names = [...gone].map(short);
    return {
      layout: without(layout, gone),
      act: (action) => actionWithout(action, gone),
      drops: true,
      selected: [],
      words: `${names.length > 3 ? `${names.length} workspaces` : names.join(', ')} removed.`,
    };
  },
  place_workspace({ layout }, { workspace, project }) {
    const found = workspaceById(layout, workspace);
    if (found === undefined || found.project === project) return { layout, words: '' };
    return {
      layout: inOne(layout, workspace, (w) => ({ ...w, project })),
      words: `${found.name} is now in ${project === null ? 'no project' : `project ${project}`}.`,
    };
  },
  set_has_state({ layout }, { workspace, has_state }) {
    const found = workspaceById(layout, workspace);
    if (found === undefined || found.has_state === has_state) return { layout, words: '' };
    return {
      layout: inOne(layout, workspace, (w) => ({ ...w, has_state })),
      words: `${found.name} ${has_state ? 'was applied before' : 'was never applied'}.`,
    };
  },
  paste_workspaces: ({ layout }, { clip }) => pasted(layout, clip),
};
