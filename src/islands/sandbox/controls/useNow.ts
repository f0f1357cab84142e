import { idOf, type Layout, type Workspace } from '#model/layout.ts';
import { labelOf } from '#state/sandboxNames.ts';
import { type Seen, useSandbox } from '../useSandbox.ts';

/** The board as it stands at the cursor, in the terms of a layout. */
export interface Now extends Seen {
  layout: Layout;
  workspaces: Workspace[];
  ids: string[];
  /** How a workspace is called: with its organization where there are several. */
  name: (id: string) => string;
}

export function useNow(): Now {
  const seen = useSandbox();
  const { layout } = seen.state.scenario;
  return {
    ...seen,
    layout,
    workspaces: layout.workspaces.map((w) => seen.moment.workspaces.get(idOf(w)) ?? w),
    ids: layout.workspaces.map(idOf),
    name: (id) => labelOf(layout, id),
  };
}

/** Options of a select that chooses a workspace. */
export const workspaceOptions = ({ ids, name }: Now): [string, string][] => ids.map((id) => [id, name(id)]);
export const organizationOptions = ({ layout }: Now): string[] => layout.organizations.map((o) => o.name);
