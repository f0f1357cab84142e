import type { Snapshot } from '#engine/query/stateAt.ts';
import { idOf, type Layout, type Workspace } from '#model/layout/layout.ts';
import { labelOf } from '#state/board/renaming.ts';
import { useSeen, useView, type WorkbenchView } from '../context/useSandbox.ts';

/** The board as it is at the cursor, in the terms of a layout. */
export interface Now extends WorkbenchView {
  layout: Layout;
  moment: Snapshot;
  workspaces: Workspace[];
  ids: string[];
  /** How a workspace is called: with its organization where there are several. */
  name: (id: string) => string;
}

/** Renders again where the layout or the moment is another one: not for what is said, focused, selected or moved. */
export function useNow(): Now {
  const view = useView();
  const { layout, moment } = useSeen(({ state, moment }) => ({ layout: state.scenario.layout, moment }));
  return {
    ...view,
    layout,
    moment,
    workspaces: layout.workspaces.map((w) => moment.workspaces.get(idOf(w)) ?? w),
    ids: layout.workspaces.map(idOf),
    name: (id) => labelOf(layout, id),
  };
}

let known: { layout: Layout; options: readonly (readonly [string, string])[] } | null = null;

/** Options of a select that chooses a workspace: the same list until a workspace is called otherwise. */
export function workspaceOptions({ layout, ids, name }: Now): readonly (readonly [string, string])[] {
  if (known?.layout === layout) return known.options;
  const before = known?.options ?? [];
  const now = ids.map((id) => [id, name(id)] as const);
  const same =
    now.length === before.length &&
    now.every(([id, label], i) => id === before[i]?.[0] && label === before[i][1]);
  known = { layout, options: same ? before : now };
  return known.options;
}
export const organizationOptions = ({ layout }: Now): string[] => layout.organizations.map((o) => o.name);
