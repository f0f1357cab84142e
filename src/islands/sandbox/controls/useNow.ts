import type { Moment } from '#engine/moment.ts';
import { idOf, type Layout, type Workspace } from '#model/layout.ts';
import { labelOf } from '#state/sandboxNames.ts';
import { useSeen, useView, type View } from '../useSandbox.ts';

/** The board as it stands at the cursor, in the terms of a layout. */
export interface Now extends View {
  layout: Layout;
  moment: Moment;
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

/** Options of a select that chooses a workspace. */
export const workspaceOptions = ({ ids, name }: Now): [string, string][] => ids.map((id) => [id, name(id)]);
export const organizationOptions = ({ layout }: Now): string[] => layout.organizations.map((o) => o.name);
