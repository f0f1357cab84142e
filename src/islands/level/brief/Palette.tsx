import { Suspense, useMemo, useState } from 'react';
import type { Action } from '#model/scenario/action.ts';
import { later } from '#islands/status/lazyPart.tsx';
import { useLevel } from '../useLevel.ts';

/** Loaded when it is first opened. */
const PaletteList = later(() => import('./PaletteList.tsx').then(({ PaletteList: shown }) => shown));

/** Each action that is offered, once: it is done now, whatever second a solution does it at. */
function undated(actions: readonly Action[]): Action[] {
  const each = actions.map(({ at: _, ...action }) => [JSON.stringify(action), action] as const);
  return [...new Map(each).values()];
}

/** Everything that the level offers, helpful or not, as buttons: whatever the board cannot reach is done here. */
export function Palette() {
  const { level } = useLevel();
  const { edits, actions } = level.palette;
  const now = useMemo(() => undated(actions), [actions]);
  const [opened, setOpened] = useState(false);
  return (
    <details className="palette" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary data-palette>What this level offers ({edits.length + now.length})</summary>
      {opened && (
        <Suspense>
          <PaletteList edits={edits} actions={now} />
        </Suspense>
      )}
    </details>
  );
}
