import { useEffect, useState } from 'react';
import { loadFacts, type ShownFact } from '#state/bank.ts';
import { RichLine } from './RichText.tsx';

/** The facts behind a reason, folded: each as its sentence, with the page that says so. Nothing until they are loaded. */
export function Sources({ ids, facts }: { ids: readonly string[]; facts: ReadonlyMap<string, ShownFact> }) {
  const known = [...new Set(ids)].flatMap((id) => facts.get(id) ?? []);
  if (known.length === 0) return null;
  return (
    <details className="quiz-sources">
      <summary>{known.length === 1 ? 'The source' : `${known.length} sources`}</summary>
      <ul>
        {known.map((fact) => (
          <li key={fact.claim}>
            <RichLine text={fact.claim} />{' '}
            {fact.page !== null && (
              <>
                <a href={fact.page}>The vendor’s page</a>, read in {monthWords(fact.asOf)}.
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** `2025-09` as people say it; what is no month stays as it is. */
function monthWords(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return date.toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

const NONE: ReadonlyMap<string, ShownFact> = new Map();

/** The facts by their ids, empty until they are loaded. */
export function useFacts(bank: string): ReadonlyMap<string, ShownFact> {
  const [facts, setFacts] = useState(NONE);
  useEffect(() => {
    let wanted = true;
    void loadFacts(bank).then((loaded) => {
      if (wanted) setFacts(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [bank]);
  return facts;
}
