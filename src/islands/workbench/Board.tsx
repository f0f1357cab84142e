import { memo, Suspense, useEffect, useState } from 'react';
import { later } from '#islands/status/lazyPart.tsx';
import { Canvas } from './canvas/Canvas.tsx';
import { askLive } from './canvas/useLive.ts';
import { LayeredList } from './LayeredList.tsx';
import { Pickers } from './pickers/Pickers.tsx';
import { newWorkspace } from '#state/board/command.ts';
import { Press } from './controls/controls.tsx';
import { useSelecting } from './context/useSelecting.ts';
import { focusStation } from './keys/useKeys.ts';
import { useSeen, useView } from './context/useSandbox.ts';

/** Loaded when they are first shown. */
const Tables = later(() => import('./tables/Tables.tsx').then(({ Tables: shown }) => shown));
const HclEditor = later(() => import('#islands/sandbox/hcl/HclEditor.tsx').then((part) => part.default));

const TABS = ['Canvas', 'List', 'Tables', 'HCL'] as const;

/** One board in equal forms. On a phone it opens as a list. */
export const Board = memo(function Board() {
  const { picking, pick, sandbox, drafts } = useView();
  const unfocused = useSeen(({ state }) => state.focused === null);
  const [tab, setTab] = useState<(typeof TABS)[number]>(() =>
    matchMedia('(max-width: 719px)').matches ? 'List' : 'Canvas',
  );
  const selecting = useSelecting();
  useEffect(() => {
    if (unfocused) sandbox.focus(null);
  }, [unfocused, sandbox]);
  return (
    <section className="panel board" aria-label="Board" data-panel="board">
      <header>
        <h2>Board</h2>
        {/** biome-ignore lint/a11y/useSemanticElements: the role fits, and the element would bring looks and behaviour of its own */}
        <div className="tabs" role="group" aria-label="Show board as">
          {TABS.filter((name) => name !== 'HCL' || drafts !== undefined).map((name) => (
            <button
              type="button"
              key={name}
              aria-pressed={tab === name}
              onClick={() => {
                if (name === 'Canvas') void askLive();
                setTab(name);
              }}
            >
              {name}
            </button>
          ))}
        </div>
        <div className="row board-actions">
          {sandbox.level === null && <AddWorkspace />}
          <button
            type="button"
            className="button wide-only"
            onClick={() => sandbox.perform({ type: 'arrange' })}
          >
            Arrange
          </button>
        </div>
      </header>
      <div
        className="panel-body"
        ref={selecting}
        data-keys={tab === 'Tables' || tab === 'HCL' ? undefined : true}
      >
        {tab === 'Canvas' && <Canvas />}
        {tab === 'List' && <LayeredList />}
        <Suspense fallback={<p className="empty">{tab} is being loaded.</p>}>
          {tab === 'Tables' && <Tables />}
          {tab === 'HCL' && <HclEditor />}
        </Suspense>
        {picking !== null && (
          <Pickers
            key={`${picking.direction} ${picking.id}`}
            picking={picking}
            close={(focus = picking.id) => {
              pick(null);
              if (focus !== '') sandbox.focus(focus);
              requestAnimationFrame(() => focusStation(focus));
            }}
          />
        )}
      </div>
    </section>
  );
});

function AddWorkspace() {
  const layout = useSeen(({ state }) => state.scenario.layout);
  return <Press makes={newWorkspace(layout)}>Add workspace</Press>;
}
