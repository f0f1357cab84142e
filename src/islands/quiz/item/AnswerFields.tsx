import type { ReactNode } from 'react';
import type { Scenario } from '#model/scenario/action.ts';
import type { Answer } from '#model/quiz/answer.ts';
import type { Question, QuestionOf } from '#model/quiz/question.ts';
import { BuildFields } from './BuildFields.tsx';
import { OptionList } from './OptionList.tsx';
import { OrderFields } from './OrderFields.tsx';
import { plainText, RichLine } from './RichText.tsx';

export interface FieldProps {
  answer: Answer;
  onChange: (answer: Answer) => void;
  /** It was checked, or cannot be changed here; options stay in reach of the keyboard. */
  disabled: boolean;
  /** After checking, rows and options show what was right. */
  checked: boolean;
  /** Unlike that of any other question of the page. */
  name: string;
  /** In which order things are first shown. */
  seed: number;
  /** The board as it is at first, and the same in words; null where the question has none. */
  scenario: Scenario | null;
  board: ReactNode;
}

/** The fields of a question, by its type: native inputs, so that keyboard and screen reader work as everywhere. */
export function AnswerFields(props: FieldProps & { question: Question }) {
  const { question } = props;
  switch (question.type) {
    case 'single':
    case 'truefalse':
    case 'multi':
    case 'pick':
      return (
        <OptionList
          {...props}
          options={question.options}
          several={question.type === 'multi' || question.type === 'pick'}
        />
      );
    case 'build':
      return <BuildFields {...props} question={question} />;
    case 'table':
      return <Rows {...props} rows={question.rows} choices={question.columns} />;
    case 'match':
      return <Rows {...props} rows={question.rows} choices={question.choices} />;
    case 'order':
      return <OrderFields {...props} question={question} />;
    case 'fill':
    case 'number':
      return <Text {...props} question={question} />;
  }
}

function Text({
  question,
  answer,
  onChange,
  disabled,
}: FieldProps & { question: QuestionOf<'fill' | 'number'> }) {
  const unit = question.type === 'number' && question.unit !== '' ? ` (${question.unit})` : '';
  return (
    <label className="quiz-text">
      <span>Your answer{unit}</span>
      <input
        type="text"
        inputMode={question.type === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={answer.kind === 'text' ? answer.text : ''}
        readOnly={disabled}
        onChange={(event) => onChange({ kind: 'text', text: event.target.value })}
      />
    </label>
  );
}

function Rows({
  rows,
  choices,
  answer,
  onChange,
  disabled,
  checked,
}: FieldProps & {
  rows: readonly { id: string; text: string; correct: string }[];
  choices: readonly { id: string; text: string }[];
}) {
  const chosen = answer.kind === 'rows' ? answer.chosen : {};
  return (
    <div className="quiz-rows">
      {/* On paper a list cannot be opened. */}
      <p className="quiz-choices">Choices: {choices.map(({ text }) => plainText(text)).join('; ')}</p>
      {rows.map((row) => {
        const right = chosen[row.id] === row.correct;
        return (
          <label
            key={row.id}
            className="quiz-row"
            data-state={checked ? (right ? 'right' : 'wrong') : undefined}
          >
            <span>
              <RichLine text={row.text} />
            </span>
            <span className="quiz-row-answer">
              <select
                value={chosen[row.id] ?? ''}
                disabled={disabled}
                onChange={(event) =>
                  onChange({ kind: 'rows', chosen: { ...chosen, [row.id]: event.target.value } })
                }
              >
                <option value="" disabled>
                  {disabled ? 'No answer' : 'Choose'}
                </option>
                {choices.map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {plainText(choice.text)}
                  </option>
                ))}
              </select>
              {checked && (
                <span className="quiz-mark">
                  {right ? '✓ Right' : chosen[row.id] === undefined ? '✗ No answer' : '✗ Wrong'}
                </span>
              )}
            </span>
            {checked && !right && (
              <span className="quiz-row-key">
                Right answer: <RichLine text={choices.find(({ id }) => id === row.correct)?.text ?? ''} />
              </span>
            )}
          </label>
        );
      })}
    </div>
  );
}
