import { memo } from 'react';
import { short } from '#model/layout/vocabulary.ts';
import { useKeptFocus } from '../controls/useKeptFocus.ts';
import { useSeen } from '../context/useSandbox.ts';
import { TriedControls, WhatIfToggle } from '../whatIf/WhatIfMode.tsx';
import { Inspector } from './Inspector.tsx';

/** The settings of the focused workspace, in their panel. */
export const InspectorPanel = memo(function InspectorPanel() {
  const focused = useSeen(({ state }) => state.focused);
  const area = useKeptFocus<HTMLDivElement>('[data-inspector]');
  return (
    <section className="panel inspector-panel" aria-label="Settings" data-panel="board">
      <header>
        <h2 tabIndex={-1} data-inspector>
          Settings{focused === null ? '' : ` of ${short(focused)}`}
        </h2>
        {focused !== null && <WhatIfToggle />}
      </header>
      {/** biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
      <div className="panel-body" role="region" aria-label="Workspace settings" tabIndex={0} ref={area}>
        <TriedControls>
          <Inspector key={focused} />
        </TriedControls>
      </div>
    </section>
  );
});
