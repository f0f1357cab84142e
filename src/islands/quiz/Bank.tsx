import { useEffect, useState } from 'react';
import type { Question } from '#model/question.ts';
import { loadTopic } from '#state/bank.ts';
import QuizItem from './QuizItem.tsx';

export interface Topic {
  id: string;
  title: string;
  count: number;
}

/** The questions of one topic, one after another. */
export function Bank({ topics, bank, sandbox }: { topics: readonly Topic[]; bank: string; sandbox: string }) {
  const [topic, setTopic] = useState(
    () => topics.find((t) => t.id === 'run-triggers')?.id ?? topics[0]?.id ?? '',
  );
  const [loaded, setLoaded] = useState<{ topic: string; questions: Question[] | string } | null>(null);
  const [index, setIndex] = useState(0);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` is what makes it load again.
  useEffect(() => {
    let wanted = true;
    void loadTopic(bank, topic).then((questions) => {
      if (wanted) setLoaded({ topic, questions });
    });
    return () => {
      wanted = false;
    };
  }, [bank, topic, tries]);
  const current = loaded !== null && loaded.topic === topic ? loaded.questions : null;
  return (
    <>
      <p className="quiz-actions">
        <label className="quiz-topic">
          <span>Topic</span>
          <select
            value={topic}
            onChange={(event) => {
              setTopic(event.target.value);
              setIndex(0);
            }}
          >
            {topics.map((t) => (
              <option key={t.id} value={t.id}>
                {t.title} ({t.count})
              </option>
            ))}
          </select>
        </label>
      </p>
      {current === null && <p role="status">Loading the questions …</p>}
      {typeof current === 'string' && (
        <p role="alert">
          {current}{' '}
          <button
            type="button"
            className="button"
            onClick={() => {
              setLoaded(null);
              setTries(tries + 1);
            }}
          >
            Try again
          </button>
        </p>
      )}
      {Array.isArray(current) && (
        <Asked questions={current} index={index} onIndex={setIndex} sandbox={sandbox} />
      )}
    </>
  );
}

function Asked({
  questions,
  index,
  onIndex,
  sandbox,
}: {
  questions: readonly Question[];
  index: number;
  onIndex: (index: number) => void;
  sandbox: string;
}) {
  const question = questions[index];
  const n = questions.length;
  if (question === undefined) return <p>This topic has no questions yet.</p>;
  return (
    <>
      <QuizItem key={question.id} item={{ question, seed: null, scenario: null }} sandbox={sandbox} />
      <p className="quiz-actions">
        <button
          type="button"
          className="button"
          disabled={n < 2}
          onClick={() => onIndex((index + n - 1) % n)}
        >
          Previous
        </button>
        <button type="button" className="button" disabled={n < 2} onClick={() => onIndex((index + 1) % n)}>
          Next
        </button>
        <span className="quiz-hint">
          {index + 1} of {n}
        </span>
      </p>
    </>
  );
}
