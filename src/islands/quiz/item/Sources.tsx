import { useEffect, useState } from 'react';
import { markOf } from '#model/content/evidenceMark.ts';
import { describeMonth } from '#model/wording/month.ts';
import { loadFacts, type ShownFact } from '#state/quiz/bank.ts';
import { RichLine } from './RichText.tsx';

/** The facts behind a reason, folded: each as its sentence, with the page that says so. Nothing until they are loaded. */
export function Sources({ ids, facts }: { ids: readonly string[]; facts: ReadonlyMap<string, ShownFact> }) {
  const known = [...new Set(ids)].flatMap((id) => facts.get(id) ?? []);
  if (known.length === 0) return null;
  const marks = [...new Set(known.flatMap((fact) => markIn(fact)?.short ?? []))];
  return (
    <details className="quiz-sources">
      <summary>
        {known.length === 1 ? 'The source' : `${known.length} sources`}
        {marks.length > 0 && ` · ${marks.join(', ')}`}
      </summary>
      <ul>
        {known.map((fact) => (
          <li key={fact.claim}>
            {markIn(fact)?.sentence} <RichLine text={fact.claim} />{' '}
            {fact.page !== null && (
              <>
                <a href={fact.page}>The vendor’s page</a>, read in {describeMonth(fact.asOf)}.
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What a reader must know of a statement that is not the vendor's own. */
const markIn = ({ status }: ShownFact) => (status === undefined ? null : markOf(status));

const NONE: ReadonlyMap<string, ShownFact> = new Map();

/** The facts by their ids, empty until they are needed and loaded. */
export function useFacts(bank: string, needed = true): ReadonlyMap<string, ShownFact> {
  const [facts, setFacts] = useState(NONE);
  useEffect(() => {
    if (!needed) return;
    let wanted = true;
    void loadFacts(bank).then((loaded) => {
      if (wanted) setFacts(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [bank, needed]);
  return facts;
}
