import { type ReactNode, useEffect, useState } from 'react';
import type { FieldsOf } from './fieldProps.ts';
import { OptionList } from './OptionList.tsx';

/** A board to be changed: the edits that the palette offers as boxes, and the board as they leave it. */
export function BuildFields({ form: { question }, ...props }: FieldsOf<'changes'>) {
  const [board, setBoard] = useState<ReactNode>(props.board);
  const chosen = props.answer.kind === 'options' ? props.answer.chosen.join() : '';
  useEffect(() => {
    let wanted = true;
    // The simulator comes with it, which no other type of question needs.
    void Promise.all([import('#quiz/types/judgeBuild.ts'), import('./LayoutText.tsx')]).then(
      ([{ builtScenario }, { LayoutText }]) => {
        const built = builtScenario(question, chosen === '' ? [] : chosen.split(','));
        const title = chosen === '' ? 'The board' : 'The board as you leave it';
        if (wanted) setBoard(built === null ? null : <LayoutText scenario={built} title={title} />);
      },
    );
    return () => {
      wanted = false;
    };
  }, [question, chosen]);
  const n = question.at_most;
  return (
    <>
      <p className="quiz-hint">
        {n === 1 ? 'Make one of these changes.' : `Make at most ${n} of these changes.`} The simulator plays
        the board and checks the result; every way that works is right.
      </p>
      {/* Not marked afterwards: an edit that is part of another solution is not wrong. */}
      <OptionList {...props} checked={false} options={question.palette} several={n > 1} />
      <div aria-live="polite">{board}</div>
    </>
  );
}
