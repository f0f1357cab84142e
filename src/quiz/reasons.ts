import type { Answer } from '#model/answer.ts';
import type { Question } from '#model/question.ts';
import type { Judged } from './grade.ts';

/** Why one option, row, thing or check is right or wrong. */
export interface Reason {
  id: string;
  text: string;
  right: boolean;
  /** The learner chose it, or answered it. */
  chosen: boolean;
  explanation: string;
  facts: readonly string[];
  misconception: string | null;
  /** A check of a board rather than something that was chosen. */
  check?: true;
}

/** Every reason of a question, in the order of its options; `judged` are the checks of a board. */
export function reasonsOf(question: Question, answer: Answer, judged: readonly Judged[] = []): Reason[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      return question.options.map((o) => ({ ...o, right: o.correct, chosen: chosen.includes(o.id) }));
    }
    case 'build': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      const checks = judged.map((check) => ({
        id: `check-${check.id}`,
        text: question.checks.find((c) => c.id === check.id)?.text ?? check.id,
        right: check.passed,
        chosen: true,
        explanation: check.message,
        facts: [check.rule],
        misconception: null,
        check: true as const,
      }));
      return [
        ...checks,
        ...question.palette.map((o) => ({ ...o, right: o.correct, chosen: chosen.includes(o.id) })),
      ];
    }
    case 'table':
    case 'match': {
      const choices = question.type === 'table' ? question.columns : question.choices;
      const chosen = answer.kind === 'rows' ? answer.chosen : {};
      return question.rows.map((row) => ({
        id: row.id,
        text: `${row.text}: ${choices.find((c) => c.id === row.correct)?.text ?? row.correct}`,
        right: chosen[row.id] === row.correct,
        chosen: chosen[row.id] !== row.correct,
        explanation: row.explanation,
        facts: row.facts,
        misconception: null,
      }));
    }
    case 'order':
      return question.things.map((thing, i) => ({
        id: thing.id,
        text: `${i + 1}. ${thing.text}`,
        right: answer.kind === 'order' && answer.things[i] === thing.id,
        chosen: answer.kind === 'order' && answer.things[i] !== thing.id,
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
          right: true,
          chosen: false,
          explanation: question.explanation,
          facts: question.facts,
          misconception: null,
        },
      ];
  }
}
