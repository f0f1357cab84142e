import { useSyncExternalStore } from 'react';
import type { PersistedLevel } from '#state/level/persistedLevel.ts';
import { useView } from '#islands/workbench/context/useSandbox.ts';

/** What a person must know of the same level in another tab. Neither copy goes without being asked. */
export function LevelCopies({ slot, showNewer }: { slot: PersistedLevel; showNewer: () => void }) {
  const { sandbox } = useView();
  useSyncExternalStore(slot.subscribe, slot.version);
  const copy = slot.copy();
  if (slot.conflict())
    return (
      <p className="banner" role="status">
        Another tab has a newer copy of this level. What you do here is not kept until you choose.{' '}
        <button
          type="button"
          className="button"
          onClick={() => {
            slot.keepBoth();
            showNewer();
          }}
        >
          Show the newer copy, put mine aside
        </button>
        <button type="button" className="button" onClick={slot.keepMine}>
          Keep mine instead
        </button>
      </p>
    );
  if (copy === null) return null;
  return (
    <p className="banner" role="status">
      What you did to this level in another tab was put aside.{' '}
      <button
        type="button"
        className="button"
        onClick={() => {
          sandbox.perform({
            type: 'put_board',
            board: { scenario: copy },
            words: 'What was put aside is on the board. Undo brings the other back.',
          });
          slot.dropCopy();
        }}
      >
        Put it on the board
      </button>
      <button type="button" className="button" onClick={slot.dropCopy}>
        Drop it
      </button>
    </p>
  );
}
