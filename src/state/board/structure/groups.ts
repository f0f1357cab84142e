import { blankSet } from '#model/layout/empty.ts';
import { applyEdit } from '#model/edits/index.ts';
import type { Action } from '#model/scenario/action.ts';
import type { Layout, VariableSet } from '#model/layout/layout.ts';
import { actionWithIds, withIds, withTeam } from '../renaming.ts';
import type { Handlers } from './structure.ts';

const inSet = (
  layout: Layout,
  { organization, set }: { organization: string; set: string },
  change: (s: VariableSet) => VariableSet,
): Layout => ({
  ...layout,
  variable_sets: layout.variable_sets.map((s) =>
    s.organization === organization && s.name === set ? change(s) : s,
  ),
});

/** The items that are in an organization, under its new name. */
const moved = <T extends { organization: string }>(items: readonly T[], from: string, to: string): T[] =>
  items.map((item) => (item.organization === from ? { ...item, organization: to } : item));

/** Organizations, projects and variable sets. */
export const GROUP_HANDLERS: Handlers<
  | 'set_ruleset'
  | 'add_organization'
  | 'rename_organization'
  | 'delete_organization'
  | 'set_concurrency'
  | 'add_project'
  | 'rename_project'
  | 'delete_project'
  | 'add_set'
  | 'delete_set'
  | 'own_set'
  | 'set_global'
  | 'set_variables'
  | 'edit_in_organization'
> = {
  set_ruleset: ({ layout }, { ruleset }) => ({
    layout: layout.ruleset === ruleset ? layout : { ...layout, ruleset },
    // Both rule sets may be looked at in turn, and what only one of them refuses comes back.
    leavesActions: true,
    words: ruleset === 'hcp' ? 'Rules: HCP Terraform today.' : 'Rules: study guide.',
  }),
  add_organization: ({ layout }, { name }) => ({
    layout: { ...layout, organizations: [...layout.organizations, { name, concurrency: null }] },
    words: `Organization ${name} added.`,
  }),
  rename_organization({ layout }, { organization, name }) {
    if (name === organization) return { layout, words: '' };
    const to = (id: string) =>
      id.startsWith(`${organization}/`) ? `${name}${id.slice(organization.length)}` : id;
    const next = withIds(layout, to);
    return {
      layout: {
        ...next,
        organizations: next.organizations.map((o) => (o.name === organization ? { ...o, name } : o)),
        projects: moved(next.projects, organization, name),
        workspaces: moved(next.workspaces, organization, name),
        variable_sets: moved(next.variable_sets, organization, name),
        teams: moved(next.teams, organization, name),
      },
      act: (action) => actionWithIds(action, to),
      renamed: new Map(
        layout.workspaces
          .map((w) => `${w.organization}/${w.name}`)
          .filter((id) => to(id) !== id)
          .map((id) => [id, to(id)] as const),
      ),
      words: `Organization renamed to ${name}.`,
    };
  },
  delete_organization(scenario, { organization }) {
    const { layout } = scenario;
    if (layout.workspaces.some((w) => w.organization === organization))
      return { refusal: { code: 'has_workspaces', organization } };
    if (layout.organizations.length < 2) return { refusal: { code: 'last_organization' } };
    const rest = <T extends { organization: string }>(items: readonly T[]) =>
      items.filter((item) => item.organization !== organization);
    let next = layout;
    const acts: ((action: Action) => Action | null)[] = [];
    for (const team of layout.teams.filter((t) => t.organization === organization)) {
      const lost = withTeam({ layout: next, actions: scenario.actions }, organization, team.name, null);
      next = lost.layout;
      acts.push(lost.act);
    }
    return {
      layout: {
        ...next,
        organizations: layout.organizations.filter((o) => o.name !== organization),
        projects: rest(layout.projects),
        variable_sets: rest(layout.variable_sets),
        teams: rest(layout.teams),
      },
      act: (action) => acts.reduce<Action | null>((kept, act) => (kept === null ? null : act(kept)), action),
      drops: true,
      words: `Organization ${organization} deleted, with its projects, sets and teams.`,
    };
  },
  set_concurrency({ layout }, { organization, concurrency }) {
    const found = layout.organizations.find((o) => o.name === organization);
    if (found === undefined || found.concurrency === concurrency) return { layout, words: '' };
    return {
      layout: {
        ...layout,
        organizations: layout.organizations.map((o) => (o === found ? { ...o, concurrency } : o)),
      },
      words: `${organization}: ${concurrency === null ? 'no limit of' : `at most ${concurrency}`} runs at once.`,
    };
  },
  add_project: ({ layout }, { organization, project }) => ({
    layout: { ...layout, projects: [...layout.projects, { name: project, organization }] },
    words: `Project ${project} added.`,
  }),
  rename_project({ layout }, { organization, project, name }) {
    if (name === project) return { layout, words: '' };
    return { layout: withProject(layout, organization, project, name), words: `Project renamed to ${name}.` };
  },
  delete_project: ({ layout }, { organization, project }) => ({
    layout: withProject(layout, organization, project, null),
    words: `Project ${project} deleted; its workspaces and sets stay.`,
  }),
  add_set: ({ layout }, { organization, set }) => ({
    layout: {
      ...layout,
      variable_sets: [...layout.variable_sets, blankSet(organization, set)],
    },
    words: `Variable set ${set} added.`,
  }),
  delete_set: ({ layout }, { organization, set }) => ({
    layout: {
      ...layout,
      variable_sets: layout.variable_sets.filter((s) => s.organization !== organization || s.name !== set),
    },
    words: `Variable set ${set} deleted.`,
  }),
  own_set: ({ layout }, at) => ({
    layout: inSet(layout, at, (s) => ({ ...s, project: at.project })),
    words: `${at.set} is owned by ${at.project ?? 'the organization'}.`,
  }),
  set_global: ({ layout }, at) => ({
    layout: inSet(layout, at, (s) => ({ ...s, global: at.global })),
    words: `${at.set} ${at.global ? 'is' : 'is not'} global.`,
  }),
  set_variables: ({ layout }, at) => ({
    layout: inSet(layout, at, (s) => ({ ...s, variables: at.variables })),
    words: `Variables of ${at.set} changed.`,
  }),
  edit_in_organization({ layout }, { organization, edit }) {
    const here = <T extends { organization: string }>(items: readonly T[]) =>
      items.filter((item) => item.organization === organization);
    const part = { ...layout, variable_sets: here(layout.variable_sets), teams: here(layout.teams) };
    const next = applyEdit(part, edit);
    if (next === part) return { layout, words: '' };
    const merged = <T extends { organization: string }>(all: readonly T[], changed: readonly T[]): T[] => {
      const queue = [...changed];
      return all.map((item) => (item.organization === organization ? (queue.shift() ?? item) : item));
    };
    return {
      layout: {
        ...layout,
        variable_sets: merged(layout.variable_sets, next.variable_sets),
        teams: merged(layout.teams, next.teams),
      },
      words: `Changed in ${organization}.`,
    };
  },
};

/** Another name for a project, or none: its workspaces then are in none, and its sets are the organization's. */
function withProject(layout: Layout, organization: string, project: string, name: string | null): Layout {
  const put = (list: string[]): string[] =>
    list.flatMap((other) => (other === project ? (name ?? []) : other));
  const there = <T extends { organization: string }>(items: T[], change: (item: T) => T): T[] =>
    items.map((item) => (item.organization === organization ? change(item) : item));
  return {
    ...layout,
    projects: there(layout.projects, (p) =>
      p.name === project && name !== null ? { ...p, name } : p,
    ).filter((p) => name !== null || p.organization !== organization || p.name !== project),
    workspaces: there(layout.workspaces, (w) => (w.project === project ? { ...w, project: name } : w)),
    variable_sets: there(layout.variable_sets, (s) => ({
      ...s,
      project: s.project === project ? name : s.project,
      projects: put(s.projects),
    })),
    teams: there(layout.teams, (t) => ({
      ...t,
      project_access: t.project_access.flatMap((g) =>
        g.project === project ? (name === null ? [] : [{ ...g, project: name }]) : [g],
      ),
    })),
  };
}
