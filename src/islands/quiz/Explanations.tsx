import type { Question } from '#model/question.ts';
import type { Answer } from '#model/answer.ts';
import { RichLine } from './RichText.tsx';

interface Reason {
  id: string;
  text: string;
  verdict: 'right' | 'wrong';
  chosen: boolean;
  explanation: string;
  facts: readonly string[];
  misconception: string | null;
}

/** Why each option is right or wrong: what was chosen first, then the key, then the rest. */
export function Explanations({ question, answer }: { question: Question; answer: Answer }) {
  const reasons = reasonsOf(question, answer);
  const rank = (r: Reason) => (r.chosen ? 0 : r.verdict === 'right' ? 1 : 2);
  return (
    <ol className="quiz-reasons">
      {[...reasons]
        .sort((a, b) => rank(a) - rank(b))
        .map((reason) => (
          <li key={reason.id} data-verdict={reason.verdict}>
            <p>
              <strong>{reason.verdict === 'right' ? 'Right' : 'Wrong'}</strong>
              {reason.chosen ? ', your answer: ' : ': '}
              <RichLine text={reason.text} />
            </p>
            <p>
              <RichLine text={reason.explanation} />{' '}
              <span className="quiz-facts">{reason.facts.join(', ')}</span>
            </p>
            {reason.misconception !== null && reason.chosen && (
              <p className="quiz-belief">
                The belief behind it: {reason.misconception.replaceAll('-', ' ')}.
              </p>
            )}
          </li>
        ))}
    </ol>
  );
}

function reasonsOf(question: Question, answer: Answer): Reason[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      return question.options.map((o) => ({
        id: o.id,
        text: o.text,
        verdict: o.correct ? 'right' : 'wrong',
        chosen: chosen.includes(o.id),
        explanation: o.explanation,
        facts: o.facts,
        misconception: o.misconception,
      }));
    }
    case 'table':
    case 'match': {
      const choices = question.type === 'table' ? question.columns : question.choices;
      const chosen = answer.kind === 'rows' ? answer.chosen : {};
      return question.rows.map((row) => ({
        id: row.id,
        text: `${row.text}: ${choices.find((c) => c.id === row.correct)?.text ?? row.correct}`,
        verdict: chosen[row.id] === row.correct ? 'right' : 'wrong',
        chosen: true,
        explanation: row.explanation,
        facts: row.facts,
        misconception: null,
      }));
    }
    case 'order':
      return question.things.map((thing, i) => ({
        id: thing.id,
        text: `${i + 1}. ${thing.text}`,
        verdict: answer.kind === 'order' && answer.things[i] === thing.id ? 'right' : 'wrong',
        chosen: false,
        explanation: thing.explanation,
        facts: thing.facts,
        misconception: null,
      }));
    case 'fill':
    case 'number':
      return [
        {
          id: 'answer',
          text:
            question.type === 'fill'
              ? `\`${question.accepted[0] ?? ''}\``
              : `${question.answer} ${question.unit}`,
          verdict: 'right',
          chosen: false,
          explanation: question.explanation,
          facts: question.facts,
          misconception: null,
        },
      ];
  }
}
