import type { Ref } from 'react';
import { typeOf } from '#quiz/types/index.ts';
import type { Item } from '#quiz/types/item.ts';
import { AnswerFields } from './AnswerFields.tsx';
import type { FieldProps } from './fieldProps.ts';
import { RichText } from './RichText.tsx';
import '../quiz.css';

/** What its fields are given, and the item that the question is of; the board in words is that of the item. */
interface Props extends Omit<FieldProps, 'scenario'> {
  item: Item;
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
