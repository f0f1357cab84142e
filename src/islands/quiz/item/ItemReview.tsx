import { ItemPending } from './ItemPending.tsx';
import { useId, useMemo, useRef, useState } from 'react';
import type { Answer } from '#model/quiz/answer.ts';
import type { Certainty } from '#model/quiz/entry.ts';
import type { ItemRef } from '#model/quiz/session.ts';
import { typeOf } from '#quiz/types/index.ts';
import { Verdict } from './Verdict.tsx';
import { LayoutText } from './LayoutText.tsx';
import { QuestionView } from './QuestionView.tsx';
import type { QuizSite } from '../quizSite.ts';
import { useItem } from './useItem.ts';

interface Props {
  reference: ItemRef;
  answer: Answer | null;
  certainty: Certainty | null;
  seed: number;
  contentVersion: string;
  site: QuizSite;
}

/** An item that was answered, with everything about it; its options stay in reach of the keyboard. */
function ItemReview({ reference, answer, certainty, seed, contentVersion, site }: Props) {
  const name = useId();
  const stem = useRef<HTMLDivElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const { found, item, judge, retry } = useItem(site.bank, reference);
  const question = useMemo(
    () => (item === null ? null : typeOf(item.question).present(item.question, seed)),
    [item, seed],
  );
  if (item === null || question === null)
    return <ItemPending found={found} gone="It counts neither way." retry={retry} />;
  const given = answer ?? typeOf(question).emptyAnswer;
  return (
    <>
      <QuestionView
        item={item}
        board={item.scenario && <LayoutText scenario={item.scenario} />}
        question={question}
        answer={given}
        onChange={() => {}}
        disabled
        checked
        name={name}
        seed={seed}
        stem={stem}
      />
      <Verdict
        item={item}
        question={question}
        answer={given}
        certainty={certainty}
        judge={judge}
        bank={site.bank}
        sandbox={site.sandbox}
        contentVersion={contentVersion}
        verdict={verdict}
      />
    </>
  );
}

/** The same, folded; its content is made when it is first opened. */
export function FoldedItem({ summary, open = false, ...props }: Props & { summary: string; open?: boolean }) {
  const [shown, setShown] = useState(open);
  return (
    <details
      className="quiz-folded"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setShown(true);
      }}
    >
      <summary>{summary}</summary>
      {shown && <ItemReview {...props} />}
    </details>
  );
}
