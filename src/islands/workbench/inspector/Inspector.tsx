import { idOf } from '#model/layout/layout.ts';
import { made } from '../controls/made.ts';
import { TextCell } from '../controls/controls.tsx';
import { Press } from '../controls/controls.tsx';
import { useNow } from '../controls/useNow.ts';
import { useSeen } from '../context/useSandbox.ts';
import { AccessPage } from './AccessPage.tsx';
import { ChecksPages } from './ChecksPages.tsx';
import { GeneralPage } from './GeneralPage.tsx';
import { SharingPage } from './SharingPage.tsx';
import { SimulatedPage } from './SimulatedPage.tsx';
import { TriggersPage } from './TriggersPage.tsx';
import { VariablesPage } from './VariablesPage.tsx';

/** The settings of the focused workspace, in the order and words of the product's own settings pages. */
export function Inspector() {
  const now = useNow();
  const { id, began } = useSeen(({ state }) => ({
    id: state.focused,
    began: state.scenario.actions.length > 0,
  }));
  const w = now.workspaces.find((other) => idOf(other) === id);
  if (id === null || w === undefined) return <p className="empty">Choose a workspace to see its settings.</p>;
  return (
    <div className="inspector">
      <p className="rename">
        <label htmlFor="workspace-name">Name</label>
        <TextCell
          id="workspace-name"
          label="Name"
          value={w.name}
          makes={(text) => made({ type: 'rename_workspace', workspace: id, name: text.trim() })}
        />
      </p>
      {began && (
        <p className="faint">
          Runs were started: settings of a workspace change from here on. What cannot be dated (name, project,
          teams, variable sets, state) changes the set-up, and all runs again from the start.
        </p>
      )}
      <GeneralPage w={w} />
      <TriggersPage id={id} />
      <SharingPage w={w} />
      <VariablesPage w={w} />
      <AccessPage w={w} />
      <ChecksPages w={w} />
      <SimulatedPage w={w} />
      <Press makes={{ type: 'delete_workspaces', workspaces: [id] }} className="button danger">
        Delete {w.name}
      </Press>
    </div>
  );
}
