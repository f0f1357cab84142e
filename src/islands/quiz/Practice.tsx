import { useEffect, useState } from 'react';
import { generate } from '#quiz/generators/index.ts';
import { progressStore } from '#state/progress.ts';
import { Bank, type Topic } from './Bank.tsx';
import QuizItem from './QuizItem.tsx';

/** Practice: the questions of the bank by topic, and as many new ones as the simulator makes. */
export default function Practice({
  topics,
  bank,
  sandbox,
}: {
  topics: readonly Topic[];
  bank: string;
  sandbox: string;
}) {
  const [seed, setSeed] = useState(1);
  const [answered, setAnswered] = useState(0);
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    const show = () => {
      setAnswered(progressStore.getState().entries.filter((entry) => entry.kind === 'answer').length);
      setNotice(progressStore.getState().notice);
    };
    void progressStore.getState().load();
    show();
    return progressStore.subscribe(show);
  }, []);
  const generated = generate('which-run', seed);
  return (
    <>
      <p className="eyebrow" role="status">
        {answered === 0 ? 'No answers yet' : `${answered} ${answered === 1 ? 'answer' : 'answers'} so far`}
      </p>
      {notice !== null && (
        <p className="quiz-verdict" role="alert">
          {notice}
        </p>
      )}
      <h2 id="bank">From the bank</h2>
      <Bank topics={topics} bank={bank} sandbox={sandbox} />
      <h2 id="simulator">From the simulator</h2>
      <p>The board is new each time, and the simulator works out the answer.</p>
      {generated !== null && <QuizItem key={generated.question.id} item={generated} sandbox={sandbox} />}
      <p>
        <button type="button" className="button" onClick={() => setSeed(seed + 1)}>
          Another board
        </button>
      </p>
    </>
  );
}
