import type { ReactNode, Ref } from 'react';
import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { AnswerFields } from './AnswerFields.tsx';
import { RichText } from './RichText.tsx';
import '../quiz.css';

interface Props {
  item: Item;
  /** The board of the item in words; null where it has none. */
  board: ReactNode;
  /** The question as it is presented: its options may be in another order. */
  question: Question;
  answer: Answer;
  onChange: (answer: Answer) => void;
  disabled: boolean;
  checked: boolean;
  name: string;
  seed: number;
  /** Gets the focus when a new item comes. */
  stem: Ref<HTMLDivElement>;
  /** Before the kind of question, such as "Question 3 of 40". */
  place?: string;
}

/** A question with what is beside it and its fields, in one named group. */
export function QuestionView({ item, board, question, stem, place, ...fields }: Props) {
  const id = `${fields.name}-stem`;
  const type = typeOf(question);
  const origin = item.seed === null ? 'Question' : 'Question from the simulator';
  return (
    <fieldset aria-labelledby={id}>
      <legend className="visually-hidden">{place ?? origin}</legend>
      <p className="eyebrow">
        {place === undefined ? origin : item.seed === null ? place : `${place} · from the simulator`} ·{' '}
        {type.label}
        {question.ruleset === 'guide' ? ' · by the rules of the study guide' : ''}
      </p>
      <div className="quiz-stem" id={id} ref={stem} tabIndex={-1}>
        <RichText text={question.stem} />
      </div>
      {/* A board that is changed is shown with its changes. */}
      {type.form(question).form !== 'changes' && board}
      {question.figure?.hcl != null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line scrolls, and a keyboard must reach that.
        <pre tabIndex={0}>
          <code>{question.figure.hcl}</code>
        </pre>
      )}
      <AnswerFields question={question} scenario={item.scenario} board={board} {...fields} />
    </fieldset>
  );
}
