import type { ComponentType } from 'react';
import { typeOf } from '#quiz/types/index.ts';
import type { AnswerForm } from '#quiz/types/typeModule.ts';
import { BuildFields } from './BuildFields.tsx';
import type { FieldProps, FieldsOf } from './fieldProps.ts';
import { OptionList } from './OptionList.tsx';
import { OrderFields } from './OrderFields.tsx';
import { plainText, RichLine } from './RichText.tsx';

/** Native inputs, so that keyboard and screen reader work as everywhere. */
const FIELDS: { readonly [F in AnswerForm['form']]: ComponentType<FieldsOf<F>> } = {
  options: Options,
  rows: Rows,
  order: OrderFields,
  text: Text,
  changes: BuildFields,
};

/** The fields of a question, by the way in which its type is answered. */
export function AnswerFields(props: FieldProps) {
  const form = typeOf(props.question).form(props.question);
  // The fields of a form take that form alone, which the types cannot follow through an index.
  const Fields = FIELDS[form.form] as ComponentType<FieldProps & { form: AnswerForm }>;
  return <Fields {...props} form={form} />;
}

function Options({ form, ...props }: FieldsOf<'options'>) {
  return <OptionList {...props} options={form.options} several={form.pick === 'several'} />;
}

function Text({ form, answer, onChange, disabled }: FieldsOf<'text'>) {
  const unit = form.unit === '' ? '' : ` (${form.unit})`;
  return (
    <label className="quiz-text">
      <span>Your answer{unit}</span>
      <input
        type="text"
        inputMode={form.number ? 'decimal' : 'text'}
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

function Rows({ form: { rows, choices }, answer, onChange, disabled, checked }: FieldsOf<'rows'>) {
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
