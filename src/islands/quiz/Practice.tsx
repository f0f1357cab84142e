import { useEffect, useState } from 'react';
import { generate } from '#quiz/generators/index.ts';
import type { Item } from '#quiz/item.ts';
import { progressStore } from '#state/progress.ts';
import QuizItem from './QuizItem.tsx';

/** Practice: the items of the bank and as many new ones as the simulator makes. */
export default function Practice({ items, sandbox }: { items: Item[]; sandbox: string }) {
  const [index, setIndex] = useState(0);
  const [seed, setSeed] = useState(1);
  const [answered, setAnswered] = useState(0);
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    const show = () => {
      setAnswered(progressStore.getState().answers.length);
      setNotice(progressStore.getState().notice);
    };
    progressStore.getState().load();
    show();
    return progressStore.subscribe(show);
  }, []);
  const generated = generate('which-run', seed);
  const item = items[index];
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
      {item === undefined ? (
        <p>The bank is empty.</p>
      ) : (
        <QuizItem key={item.question.id} item={item} sandbox={sandbox} />
      )}
      {items.length > 1 && (
        <p className="quiz-actions">
          <button
            type="button"
            className="button"
            onClick={() => setIndex((index + items.length - 1) % items.length)}
          >
            Previous
          </button>
          <button type="button" className="button" onClick={() => setIndex((index + 1) % items.length)}>
            Next
          </button>
          <span className="quiz-hint">
            {index + 1} of {items.length}
          </span>
        </p>
      )}
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
