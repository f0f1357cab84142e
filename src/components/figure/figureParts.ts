import type { Ask } from '#islands/figure/guess.ts';
import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';

/** The short names that a lesson writes, looked up in the figure's layout; an unknown one stops the build. */
function workspaceNamed(layout: Layout, name: string): Workspace {
  const found = layout.workspaces.find((w) => w.name === name || idOf(w) === name);
  if (found === undefined) throw new Error(`a figure names ${name}, which is no workspace of its layout`);
  return found;
}

export const resolveWorkspaces = (layout: Layout, names: readonly string[]): string[] =>
  names.map((name) => idOf(workspaceNamed(layout, name)));

/** `app`: how its last run ends; `app#2`: how its second does; `runs:app`: how many there are. */
export function resolveAsk(layout: Layout, written: string): Ask {
  const [, count, name = '', run] = /^(runs:)?([^#]*)(?:#(\d+))?$/.exec(written) ?? [];
  const workspace = workspaceNamed(layout, name);
  return {
    workspace: idOf(workspace),
    name: workspace.name,
    what: count === undefined ? 'end' : 'count',
    run: run === undefined ? null : Number(run),
  };
}

/** `team@workspace`. */
export const resolveAccess = (
  layout: Layout,
  pairs: readonly string[],
): { team: string; workspace: string }[] =>
  pairs.map((pair) => {
    const [team = '', name = ''] = pair.split('@');
    if (!layout.teams.some((t) => t.name === team))
      throw new Error(`a figure names ${team}, which is no team`);
    return { team, workspace: idOf(workspaceNamed(layout, name)) };
  });
