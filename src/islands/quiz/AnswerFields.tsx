import type { Question } from '#model/question.ts';
import type { Answer } from '#model/answer.ts';
import { RichLine } from './RichText.tsx';

interface Props {
  question: Question;
  answer: Answer;
  onChange: (answer: Answer) => void;
  disabled: boolean;
  /** After checking, rows and options show what was right. */
  checked: boolean;
  name: string;
}

/** The fields of a question, by its type: native inputs, so that keyboard and screen reader work as everywhere. */
export function AnswerFields(props: Props) {
  const { question } = props;
  switch (question.type) {
    case 'single':
    case 'truefalse':
    case 'multi':
    case 'pick':
      return <Options {...props} question={question} />;
    case 'table':
      return <Rows {...props} rows={question.rows} choices={question.columns} />;
    case 'match':
      return <Rows {...props} rows={question.rows} choices={question.choices} />;
    case 'order':
      return <Order {...props} question={question} />;
    case 'fill':
    case 'number':
      return (
        <label className="quiz-text">
          <span>
            Your answer{question.type === 'number' && question.unit !== '' ? ` (${question.unit})` : ''}
          </span>
          <input
            type="text"
            inputMode={question.type === 'number' ? 'decimal' : 'text'}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={props.answer.kind === 'text' ? props.answer.text : ''}
            disabled={props.disabled}
            onChange={(event) => props.onChange({ kind: 'text', text: event.target.value })}
          />
        </label>
      );
  }
}

function Options({
  question,
  answer,
  onChange,
  disabled,
  checked,
  name,
}: Props & { question: Extract<Question, { options: unknown }> }) {
  const chosen = answer.kind === 'options' ? answer.chosen : [];
  const several = question.type === 'multi' || question.type === 'pick';
  const toggle = (id: string) => {
    if (!several) return onChange({ kind: 'options', chosen: [id] });
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
    onChange({ kind: 'options', chosen: next });
  };
  return (
    <div className="quiz-options">
      {question.options.map((option, i) => (
        <label
          key={option.id}
          className="quiz-option"
          data-state={checked ? stateOf(option.correct, chosen.includes(option.id)) : undefined}
        >
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={option.id}
            checked={chosen.includes(option.id)}
            aria-disabled={disabled}
            onChange={() => {
              if (!disabled) toggle(option.id);
            }}
          />
          <span className="quiz-number" aria-hidden="true">
            {i + 1}
          </span>
          <span>
            <RichLine text={option.text} />
          </span>
        </label>
      ))}
    </div>
  );
}

const stateOf = (correct: boolean, chosen: boolean): string =>
  correct ? (chosen ? 'right' : 'missed') : chosen ? 'wrong' : 'left';

function Rows({
  rows,
  choices,
  answer,
  onChange,
  disabled,
}: Props & {
  rows: readonly { id: string; text: string }[];
  choices: readonly { id: string; text: string }[];
}) {
  const chosen = answer.kind === 'rows' ? answer.chosen : {};
  return (
    <div className="quiz-rows">
      {rows.map((row) => (
        <label key={row.id} className="quiz-row">
          <span>
            <RichLine text={row.text} />
          </span>
          <select
            value={chosen[row.id] ?? ''}
            disabled={disabled}
            onChange={(event) =>
              onChange({ kind: 'rows', chosen: { ...chosen, [row.id]: event.target.value } })
            }
          >
            <option value="" disabled>
              Choose
            </option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.text.replaceAll('`', '')}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}

function Order({
  question,
  answer,
  onChange,
  disabled,
}: Props & { question: Extract<Question, { type: 'order' }> }) {
  const start = [...question.things].sort((a, b) => (a.id < b.id ? -1 : 1)).map((t) => t.id);
  const things = answer.kind === 'order' && answer.things.length > 0 ? answer.things : start;
  const move = (from: number, by: number) => {
    const next = [...things];
    const [item] = next.splice(from, 1);
    if (item !== undefined) next.splice(from + by, 0, item);
    onChange({ kind: 'order', things: next });
  };
  return (
    <ol className="quiz-order">
      {things.map((id, i) => (
        <li key={id}>
          <span>
            <RichLine text={question.things.find((t) => t.id === id)?.text ?? id} />
          </span>
          <button
            type="button"
            className="button"
            disabled={disabled || i === 0}
            onClick={() => move(i, -1)}
            aria-label={`Move ${id} up`}
          >
            ↑
          </button>
          <button
            type="button"
            className="button"
            disabled={disabled || i === things.length - 1}
            onClick={() => move(i, 1)}
            aria-label={`Move ${id} down`}
          >
            ↓
          </button>
        </li>
      ))}
    </ol>
  );
}
