import type { Edit } from '#model/scenario/edit.ts';
import type { Layout, Policy, Team, VariableSet, Workspace } from '#model/layout/layout.ts';
import { idOf, OPA_LEVELS, SENTINEL_LEVELS } from '#model/layout/vocabulary.ts';

/**
 * The layout with one edit in it. An edit that changes nothing gives the very same object, so that callers
 * can tell: undo does not record it and par does not count it.
 */
export function applyEdit(layout: Layout, edit: Edit): Layout {
  switch (edit.type) {
    case 'create_run_trigger': {
      const { sourceable, workspace } = edit;
      if (hasTrigger(layout, sourceable, workspace)) return layout;
      return { ...layout, run_triggers: [...layout.run_triggers, { sourceable, workspace }] };
    }
    case 'delete_run_trigger': {
      if (!hasTrigger(layout, edit.sourceable, edit.workspace)) return layout;
      const other = (t: { sourceable: string; workspace: string }) =>
        t.sourceable !== edit.sourceable || t.workspace !== edit.workspace;
      return { ...layout, run_triggers: layout.run_triggers.filter(other) };
    }
    case 'set':
      return inWorkspace(layout, edit.workspace, (w) =>
        same(w, edit.settings) ? w : Object.assign({}, w, edit.settings),
      );
    case 'share':
      return inWorkspace(layout, edit.sourceable, (w) =>
        w.remote_state_consumer_ids.includes(edit.workspace)
          ? w
          : { ...w, remote_state_consumer_ids: [...w.remote_state_consumer_ids, edit.workspace] },
      );
    case 'unshare':
      return inWorkspace(layout, edit.sourceable, (w) =>
        w.remote_state_consumer_ids.includes(edit.workspace)
          ? {
              ...w,
              remote_state_consumer_ids: w.remote_state_consumer_ids.filter((id) => id !== edit.workspace),
            }
          : w,
      );
    case 'lock':
    case 'unlock': {
      const locked = edit.type === 'lock';
      return inWorkspace(layout, edit.workspace, (w) => (w.locked === locked ? w : { ...w, locked }));
    }
    case 'attach_set':
    case 'detach_set':
      return inSet(layout, edit.set, (s) => attach(s, edit));
    case 'set_variable':
      return setVariable(layout, edit);
    case 'set_priority':
      return inSet(layout, edit.set, (s) =>
        s.priority === edit.priority ? s : { ...s, priority: edit.priority },
      );
    case 'rename_set':
      return inSet(layout, edit.set, (s) => (s.name === edit.name ? s : { ...s, name: edit.name }));
    case 'exclude_policy':
      return inWorkspace(layout, edit.workspace, (w) =>
        w.policies.some((p) => p.name === edit.policy)
          ? { ...w, policies: w.policies.filter((p) => p.name !== edit.policy) }
          : w,
      );
    case 'enforce_policy': {
      const workspaces = replace(
        layout.workspaces,
        () => true,
        (w) => mapPolicy(w, edit.policy, (p) => atLevel(p, edit.enforcement_level)),
      );
      return workspaces === layout.workspaces ? layout : { ...layout, workspaces };
    }
    case 'satisfy_policy':
      return inWorkspace(layout, edit.workspace, (w) =>
        mapPolicy(w, edit.policy, (p) => (p.passes ? p : { ...p, passes: true })),
      );
    case 'grant_workspace':
      return inTeam(layout, edit.team, (t) => {
        const before = t.workspace_access.find((grant) => grant.workspace === edit.workspace);
        if ((before?.access ?? null) === edit.access && before?.permissions === undefined) return t;
        const grant = edit.access === null ? [] : [{ workspace: edit.workspace, access: edit.access }];
        const workspace_access = inPlace(t.workspace_access, (g) => g.workspace === edit.workspace, grant);
        return { ...t, workspace_access };
      });
    case 'grant_custom':
      return inTeam(layout, edit.team, (t) => {
        const before = t.workspace_access.find((grant) => grant.workspace === edit.workspace);
        if (before?.permissions !== undefined && same(before.permissions, edit.permissions)) return t;
        const grant = { workspace: edit.workspace, permissions: edit.permissions };
        const workspace_access = inPlace(t.workspace_access, (g) => g.workspace === edit.workspace, [grant]);
        return { ...t, workspace_access };
      });
    case 'grant_project':
      return inTeam(layout, edit.team, (t) => {
        const before = t.project_access.find((grant) => grant.project === edit.project);
        if ((before?.access ?? null) === edit.access) return t;
        const grant = edit.access === null ? [] : [{ project: edit.project, access: edit.access }];
        const project_access = inPlace(t.project_access, (g) => g.project === edit.project, grant);
        return { ...t, project_access };
      });
  }
}

/** The layout with several edits in it, in their order. */
export const applyEdits = (layout: Layout, edits: readonly Edit[]): Layout => edits.reduce(applyEdit, layout);

const hasTrigger = (layout: Layout, sourceable: string, workspace: string): boolean =>
  layout.run_triggers.some((t) => t.sourceable === sourceable && t.workspace === workspace);

/** Whether the object has these values already. */
function same(object: object, values: object): boolean {
  return Object.entries(values).every(
    ([key, value]) => JSON.stringify(Reflect.get(object, key)) === JSON.stringify(value),
  );
}

function replace<T>(items: T[], matches: (item: T) => boolean, change: (item: T) => T): T[] {
  let changed = false;
  const next = items.map((item) => {
    if (!matches(item)) return item;
    const after = change(item);
    if (after !== item) changed = true;
    return after;
  });
  return changed ? next : items;
}

/** The list with `put` where the first match stood, at the end where there was none; other matches go. */
function inPlace<T>(items: readonly T[], matches: (item: T) => boolean, put: readonly T[]): T[] {
  const at = items.findIndex(matches);
  if (at < 0) return [...items, ...put];
  return [...items.slice(0, at), ...put, ...items.slice(at + 1).filter((item) => !matches(item))];
}

function inWorkspace(layout: Layout, id: string, change: (w: Workspace) => Workspace): Layout {
  const workspaces = replace(layout.workspaces, (w) => idOf(w) === id, change);
  return workspaces === layout.workspaces ? layout : { ...layout, workspaces };
}

function inSet(layout: Layout, name: string, change: (s: VariableSet) => VariableSet): Layout {
  const variable_sets = replace(layout.variable_sets, (s) => s.name === name, change);
  return variable_sets === layout.variable_sets ? layout : { ...layout, variable_sets };
}

function inTeam(layout: Layout, name: string, change: (t: Team) => Team): Layout {
  const teams = replace(layout.teams, (t) => t.name === name, change);
  return teams === layout.teams ? layout : { ...layout, teams };
}

function attach(set: VariableSet, edit: Extract<Edit, { type: 'attach_set' | 'detach_set' }>): VariableSet {
  const on = edit.type === 'attach_set';
  const put = (list: string[], item: string | undefined): string[] => {
    if (item === undefined || list.includes(item) === on) return list;
    return on ? [...list, item] : list.filter((other) => other !== item);
  };
  const workspaces = put(set.workspaces, edit.workspace);
  const projects = put(set.projects, edit.project);
  return workspaces === set.workspaces && projects === set.projects ? set : { ...set, workspaces, projects };
}

/** One policy of a workspace changed; the very same workspace where nothing changes. */
function mapPolicy(workspace: Workspace, name: string, change: (policy: Policy) => Policy): Workspace {
  const policies = replace(workspace.policies, (p) => p.name === name, change);
  return policies === workspace.policies ? workspace : { ...workspace, policies };
}

/** The policy at another level; a level that its kind does not have changes nothing. */
function atLevel(policy: Policy, level: string): Policy {
  if (policy.enforcement_level === level) return policy;
  if (policy.kind === 'opa') {
    const found = OPA_LEVELS.find((l) => l === level);
    return found === undefined ? policy : { ...policy, enforcement_level: found };
  }
  const found = SENTINEL_LEVELS.find((l) => l === level);
  return found === undefined ? policy : { ...policy, enforcement_level: found };
}

function setVariable(layout: Layout, edit: Extract<Edit, { type: 'set_variable' }>): Layout {
  const { key, value, category, sensitive } = edit;
  const put = <T extends { variables: VariableSet['variables'] }>(holder: T): T => {
    const before = holder.variables.find((v) => v.key === key && v.category === category);
    if (before?.value === value && before.sensitive === sensitive) return holder;
    const made = { key, value, category, sensitive, hcl: before?.hcl ?? false };
    return { ...holder, variables: inPlace(holder.variables, (v) => v === before, [made]) };
  };
  if (edit.set !== undefined) return inSet(layout, edit.set, put);
  return edit.workspace === undefined ? layout : inWorkspace(layout, edit.workspace, put);
}
