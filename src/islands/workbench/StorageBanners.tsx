import { useSeen, useView } from './context/useSandbox.ts';

/** What a person must know of how the board is kept. */
export function StorageBanners() {
  const { boards } = useView();
  const storage = useSeen(({ state }) => state.storage);
  const entry = boards?.current();
  const slot = entry && boards?.slot(entry.id);
  const blocked = boards?.blocked === true || storage === 'blocked';
  return (
    <>
      {(blocked || storage === 'unreadable') && (
        <p className="banner" role="status">
          {blocked
            ? 'Your browser keeps nothing for this page, so this board is gone when you close it. Everything else works.'
            : 'The board kept from last time could not be read. It was set aside, and you start with a fresh one.'}
        </p>
      )}
      {boards && entry && slot?.conflict() && (
        <p className="banner" role="status">
          Another tab has a newer copy of {entry.name}. What you do here is not kept until you choose.{' '}
          <button type="button" className="button" onClick={() => boards.select(entry.id)}>
            Show the newer copy
          </button>
          <button type="button" className="button" onClick={slot.keepMine}>
            Keep mine instead
          </button>
          <button type="button" className="button" onClick={slot.keepBoth}>
            Keep both
          </button>
        </p>
      )}
    </>
  );
}
