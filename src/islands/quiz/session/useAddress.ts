import { useCallback, useEffect, useState } from 'react';
import { addressedSession, addressSession } from '#state/quiz/sessions.ts';

/** The session that the address names: it survives a reload, and a visit to the sandbox and back. */
export function useAddress(): [string | null, (id: string | null) => void] {
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const read = () => setId(addressedSession());
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const open = useCallback((session: string | null) => {
    addressSession(session);
    setId(session);
  }, []);
  return [id, open];
}
