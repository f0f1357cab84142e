import { useEffect, useState } from 'react';
import type { Answer } from '#model/answer.ts';
import { markOf } from '#model/evidenceMark.ts';
import type { Question } from '#model/question.ts';
import { timesBelieved } from '#quiz/evidence.ts';
import type { Judged } from '#quiz/grade.ts';
import { assumptionOf } from '#quiz/misconceptions/sentence.ts';
import { type Reason, reasonsOf } from '#quiz/reasons.ts';
import { loadFacts, type ShownFact } from '#state/bank.ts';
import { RichLine } from './RichText.tsx';
import { useProgress } from './useProgress.ts';

interface Props {
  question: Question;
  answer: Answer;
  judged: readonly Judged[];
  /** Where the facts are; without it their ids are shown alone. */
  bank: string | null;
}

/** Why each option is right or wrong: what was chosen first, then the key, then the rest, folded. */
export function Explanations({ question, answer, judged, bank }: Props) {
  const facts = useFacts(bank);
  const reasons = reasonsOf(question, answer, judged);
  const first = reasons.filter((reason) => reason.chosen);
  const key = reasons.filter((reason) => !reason.chosen && reason.right);
  const rest = reasons.filter((reason) => !reason.chosen && !reason.right);
  // A question of rows or things has no key apart from its rows: what was right stays in reach, folded.
  const folded = 'options' in question ? rest : first.length === 0 ? [] : [...key, ...rest];
  const shown = reasons.filter((reason) => !folded.includes(reason));
  return (
    <>
      <ol className="quiz-reasons">
        {[...shown]
          .sort((a, b) => Number(b.chosen) - Number(a.chosen))
          .map((reason) => (
            <ReasonItem key={reason.id} reason={reason} facts={facts} />
          ))}
      </ol>
      {folded.length > 0 && (
        <details className="quiz-rest">
          <summary>{folded.length === 1 ? 'The other one' : `The other ${folded.length}`}, explained</summary>
          <ol className="quiz-reasons">
            {folded.map((reason) => (
              <ReasonItem key={reason.id} reason={reason} facts={facts} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function ReasonItem({ reason, facts }: { reason: Reason; facts: ReadonlyMap<string, ShownFact> }) {
  const { misconception } = reason;
  return (
    <li data-verdict={reason.right ? 'right' : 'wrong'}>
      <p>
        <strong>{verdictOf(reason)}</strong>
        {reason.chosen && reason.check === undefined ? ', your answer: ' : ': '}
        <RichLine text={reason.text} />
      </p>
      <p>
        <RichLine text={reason.explanation} />
      </p>
      {misconception !== null && reason.chosen && <Belief id={misconception} />}
      <p className="quiz-facts">
        {reason.facts.map((id) => (
          <FactMention key={id} id={id} fact={facts.get(id)} />
        ))}
      </p>
    </li>
  );
}

function verdictOf({ right, check }: Reason): string {
  if (check === true) return right ? '✓ Holds' : '✗ Does not hold';
  return right ? '✓ Right' : '✗ Wrong';
}

/** What the learner may have assumed, as a sentence, and how often an answer has shown it. */
export function Belief({ id }: { id: string }) {
  const entries = useProgress((state) => state.entries);
  const assumption = assumptionOf(id);
  if (assumption === null) return null;
  const times = timesBelieved(entries, id);
  return (
    <p className="quiz-belief">
      <RichLine text={assumption} />
      {times > 1 && <strong> This is the {ordinal(times)} time.</strong>}
    </p>
  );
}

function FactMention({ id, fact }: { id: string; fact: ShownFact | undefined }) {
  if (fact === undefined) return <span>{id} </span>;
  const mark = fact.status === undefined ? null : markOf(fact.status);
  return (
    <details className="quiz-fact">
      <summary>
        {id}
        {mark !== null && <span className="quiz-fact-mark"> · {mark.short}</span>}
      </summary>
      {mark !== null && `${mark.sentence} `}
      <RichLine text={fact.claim} />{' '}
      {fact.page !== null && (
        <>
          <a href={fact.page}>The vendor’s page</a>, read in {fact.asOf}
        </>
      )}
    </details>
  );
}

const ordinal = (n: number): string => {
  const ends = ['th', 'st', 'nd', 'rd'];
  const last = n % 100;
  return `${n}${last > 10 && last < 14 ? 'th' : (ends[n % 10] ?? 'th')}`;
};

const NONE: ReadonlyMap<string, ShownFact> = new Map();

/** The facts by their ids, empty until they are loaded. */
export function useFacts(bank: string | null): ReadonlyMap<string, ShownFact> {
  const [facts, setFacts] = useState(NONE);
  useEffect(() => {
    if (bank !== null) void loadFacts(bank).then(setFacts);
  }, [bank]);
  return facts;
}
