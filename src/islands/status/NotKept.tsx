import { useEffect, useState } from 'react';
import { type Notice, watchNotices } from '#state/app/notices.ts';
import { helpFor, noticeWords } from './describeNotices.ts';

/** What could not be kept, said inside of a dialog: the bar of the page is out of reach behind it. */
export function NotKept() {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  useEffect(() => watchNotices(setNotices), []);
  const words = noticeWords(notices);
  const { retry, save } = helpFor(notices);
  return (
    <div role="alert" className={words === '' ? undefined : 'banner'}>
      {words}{' '}
      {retry !== null && (
        <button type="button" className="button" onClick={retry}>
          Try again
        </button>
      )}
      {save !== null && (
        <button type="button" className="button" onClick={save}>
          Save to a file
        </button>
      )}
    </div>
  );
}
