import { useState } from 'react';
import { useKeptFocus } from '../controls/useKeptFocus.ts';
import { TriedControls, WhatIfToggle } from '../whatIf/WhatIfMode.tsx';
import { OrganizationTables } from './OrganizationTables.tsx';
import { PolicyTables } from './PolicyTables.tsx';
import { SharingTables } from './SharingTables.tsx';
import { SimulationTables } from './SimulationTables.tsx';
import { TeamTables } from './TeamTables.tsx';
import { TriggerTable } from './TriggerTable.tsx';
import { VariableTables } from './VariableTables.tsx';
import { WorkspaceTable } from './WorkspaceTable.tsx';

/** What each page of the tables edits; together they hold everything that a layout holds. */
const PAGES = {
  Workspaces: WorkspaceTable,
  Triggers: TriggerTable,
  Sharing: SharingTables,
  Variables: VariableTables,
  Policies: PolicyTables,
  Teams: TeamTables,
  Organization: OrganizationTables,
  Simulation: SimulationTables,
} as const;
export const TABLE_PAGES = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** The whole board in native tables and form controls: everything the canvas does, without drawing. */
export function Tables() {
  const [page, setPage] = useState<keyof typeof PAGES>('Workspaces');
  const Page = PAGES[page];
  const area = useKeptFocus<HTMLDivElement>();
  return (
    <div className="tables" ref={area}>
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="tabs table-pages" role="group" aria-label="Show tables of">
        {TABLE_PAGES.map((name) => (
          <button type="button" key={name} aria-pressed={page === name} onClick={() => setPage(name)}>
            {name}
          </button>
        ))}
      </div>
      <WhatIfToggle />
      <TriedControls>
        <Page />
      </TriedControls>
    </div>
  );
}
