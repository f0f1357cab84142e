import { idOf, type Layout, type Variable } from '#model/layout/layout.ts';
import { factDifference } from './smallest/layoutFacts.ts';

/** Whether two layouts say the same. Terraform has no order of blocks, so that of a layout's lists is none of it. */
export const sameBoard = (one: Layout, other: Layout): boolean =>
  JSON.stringify(one) === JSON.stringify(other) ||
  (countsOf(one) === countsOf(other) && factDifference(one, other).size === 0);

const countsOf = ({ workspaces, run_triggers, variable_sets, teams }: Layout): string =>
  [workspaces, run_triggers, variable_sets, teams].map((list) => list.length).join();

/**
 * A layout whose lists are in the order that they have in another one, with what is new behind: a board keeps its order
 * when its text is read again.
 */
export function orderedLike(before: Layout, after: Layout): Layout {
  const byRank = <T>(earlier: readonly T[], list: readonly T[], id: (item: T) => string): T[] => {
    const ranks = new Map(earlier.map((one, i) => [id(one), i]));
    return [...list].sort((a, b) => (ranks.get(id(a)) ?? ranks.size) - (ranks.get(id(b)) ?? ranks.size));
  };
  const named = ({ organization, name }: { organization?: string | undefined; name: string }) =>
    `${organization}/${name}`;
  const trigger = ({ sourceable, workspace }: Layout['run_triggers'][number]) => `${sourceable} ${workspace}`;
  const variable = ({ category, key }: Variable) => `${category} ${key}`;
  const earlier = new Map(before.workspaces.map((w) => [idOf(w), w]));
  const workspaces = after.workspaces.map((w) => {
    const own = earlier.get(idOf(w));
    if (own === undefined) return w;
    return {
      ...w,
      remote_state_consumer_ids: byRank(own.remote_state_consumer_ids, w.remote_state_consumer_ids, String),
      variables: byRank(own.variables, w.variables, variable),
    };
  });
  return {
    ...after,
    organizations: byRank(before.organizations, after.organizations, named),
    projects: byRank(before.projects, after.projects, named),
    workspaces: byRank(before.workspaces, workspaces, idOf),
    run_triggers: byRank(before.run_triggers, after.run_triggers, trigger),
    variable_sets: byRank(before.variable_sets, after.variable_sets, named),
    teams: byRank(before.teams, after.teams, named),
  };
}
