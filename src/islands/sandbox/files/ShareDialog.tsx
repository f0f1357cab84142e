import { useEffect, useState } from 'react';
import { encodeShare } from '#state/boards/shareLink.ts';
import { useFreeBoard } from '#islands/workbench/context/useSandbox.ts';
import { download } from '#islands/status/download.ts';
import { fileName } from './fileName.ts';
import { boardJson } from './ExportDialog.tsx';
import { Sheet } from '#islands/workbench/controls/Sheet.tsx';

/** Many places cut an address that is longer. Characters. */
const LONG = 16_000;

/** A link that holds the board itself; nothing is sent anywhere. */
export default function ShareDialog({ close }: { close: () => void }) {
  const { state, boards, sandbox } = useFreeBoard();
  const { cursor } = state;
  const { layout, actions } = state.scenario;
  const [history, setHistory] = useState(actions.length > 0);
  const [link, setLink] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => {
    let late = false;
    setSaid('');
    const encoded = history
      ? encodeShare({ layout, actions }, { cursor })
      : encodeShare({ layout, actions: [] });
    encoded.then((hash) => {
      if (!late) setLink(location.href.split('#')[0] + hash);
    });
    return () => {
      late = true;
    };
  }, [layout, actions, cursor, history]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Link copied.');
      sandbox.say('Link copied.');
    } catch {
      setSaid('Your browser does not let the page copy: take it from the field.');
    }
  };
  return (
    <Sheet title="Share" close={close}>
      <fieldset>
        <legend>The link holds</legend>
        <label>
          <input type="radio" name="share" checked={!history} onChange={() => setHistory(false)} /> the board
        </label>
        <label>
          <input
            type="radio"
            name="share"
            checked={history}
            disabled={actions.length === 0}
            onChange={() => setHistory(true)}
          />{' '}
          the board and its history, at the event that is shown
          {actions.length === 0 ? ' (nothing was done yet)' : ''}
        </label>
      </fieldset>
      {link !== '' && (
        <label className="share-link">
          Link <input readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
      {link.length > LONG && (
        <p className="warning">
          The link has {link.length.toLocaleString('en')} characters; many programs cut what is longer than{' '}
          {LONG.toLocaleString('en')}. A file is safer.
        </p>
      )}
      <p className="row">
        <button type="button" className="button primary" onClick={copy} disabled={link === ''}>
          Copy link
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            download(
              `${fileName(boards.current().name)}.json`,
              boardJson({ layout, actions: history ? actions : [] }),
              'application/json',
            )
          }
        >
          Save as file
        </button>
        <span role="status">{said}</span>
      </p>
    </Sheet>
  );
}
