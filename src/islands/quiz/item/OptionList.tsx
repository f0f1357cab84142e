import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { typeOf } from '#quiz/types/index.ts';
import type { FieldProps } from './fieldProps.ts';
import { RichLine } from './RichText.tsx';

interface Offered {
  id: string;
  text: string;
  correct: boolean;
}

/** Options as radio buttons or boxes. They stay in reach of the keyboard after checking, and say what they were. */
export function OptionList({
  options,
  several,
  answer,
  onChange,
  disabled,
  checked,
  name,
}: FieldProps & { options: readonly Offered[]; several: boolean }) {
  const chosen = answer.kind === 'options' ? answer.chosen : [];
  return (
    <div className="quiz-options">
      {options.map((option, i) => {
        const state = checked ? stateOf(option.correct, chosen.includes(option.id)) : undefined;
        return (
          <label key={option.id} className="quiz-option" data-state={state}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={option.id}
              checked={chosen.includes(option.id)}
              aria-disabled={disabled}
              onChange={() => {
                if (!disabled) onChange(chooseOption(chosen, option.id, several));
              }}
            />
            <span className="quiz-number" aria-hidden="true">
              {i + 1}
            </span>
            <span>
              <RichLine text={option.text} />
              {state !== undefined && state !== 'left' && <span className="quiz-mark">{MARKS[state]}</span>}
            </span>
          </label>
        );
      })}
    </div>
  );
}

/** What choosing an option makes of the ones that are chosen. */
function chooseOption(chosen: readonly string[], id: string, several: boolean) {
  if (!several) return { kind: 'options' as const, chosen: [id] };
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return { kind: 'options' as const, chosen: next };
}

/** What the key of a number makes of an answer: it chooses the option of that place. null where it chooses nothing. */
export function chooseByNumber(question: Question, answer: Answer, n: number) {
  if (answer.kind !== 'options') return null;
  const form = typeOf(question).form(question);
  const [offered, several] =
    form.form === 'options'
      ? [form.options, form.pick === 'several']
      : form.form === 'changes'
        ? [form.question.palette, form.question.at_most > 1]
        : [[], false];
  const option = offered[n - 1];
  return option === undefined ? null : chooseOption(answer.chosen, option.id, several);
}

const MARKS = {
  right: '✓ Your answer, right',
  missed: '✓ Right answer',
  wrong: '✗ Your answer, wrong',
} as const;
const stateOf = (correct: boolean, chosen: boolean) =>
  correct ? (chosen ? 'right' : 'missed') : chosen ? 'wrong' : 'left';
