import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';

/** The answer that is the key of a question. */
export function correctAnswer(question: Question): Answer {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse':
      return { kind: 'options', chosen: question.options.filter((o) => o.correct).map((o) => o.id) };
    case 'build':
      return { kind: 'options', chosen: question.palette.filter((o) => o.correct).map((o) => o.id) };
    case 'table':
    case 'match':
      return { kind: 'rows', chosen: Object.fromEntries(question.rows.map((r) => [r.id, r.correct])) };
    case 'order':
      return { kind: 'order', things: question.things.map((t) => t.id) };
    case 'fill':
      return { kind: 'text', text: question.accepted[0] ?? '' };
    case 'number':
      return { kind: 'text', text: String(question.answer) };
  }
}
