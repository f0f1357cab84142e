import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';
import { compareAnswers } from './comparison.ts';
import type { Judged } from './grade.ts';

/**
 * How something that is explained relates to the answer. `got` and `key` are rows and places: the learner had it right,
 * or this is what is right. Changes of a board are neither right nor wrong by themselves, since several ways may work.
 */
export type ReasonStanding =
  | 'chosen-right'
  | 'chosen-wrong'
  | 'missed'
  | 'left'
  | 'got'
  | 'key'
  | 'passed'
  | 'failed'
  | 'made'
  | 'solution'
  | 'other';

/** Why one option, row, thing, change or check is as it is. */
export interface Reason {
  id: string;
  /** What is explained. Of a row or place it holds what is right, never what was answered. */
  text: string;
  standing: ReasonStanding;
  explanation: string;
  facts: readonly string[];
  misconception: string | null;
}

/** Every reason of a question, in the order of its options; `judged` are the checks of a board. */
export function reasonsOf(question: Question, answer: Answer, judged: readonly Judged[] = []): Reason[] {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      return question.options.map((o) => {
        const standing = chosen.includes(o.id)
          ? o.correct
            ? 'chosen-right'
            : 'chosen-wrong'
          : o.correct
            ? 'missed'
            : 'left';
        return { ...o, standing };
      });
    }
    case 'build': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      const checks = judged.map(
        (check): Reason => ({
          id: `check-${check.id}`,
          text: question.checks.find((c) => c.id === check.id)?.text ?? 'A check',
          standing: check.passed ? 'passed' : 'failed',
          explanation: check.message,
          facts: [check.rule],
          misconception: null,
        }),
      );
      const changes = question.palette.map(
        (o): Reason => ({
          ...o,
          standing: chosen.includes(o.id) ? 'made' : o.correct ? 'solution' : 'other',
        }),
      );
      return [...checks, ...changes];
    }
    case 'table':
    case 'match': {
      const compared = compareAnswers(question, answer);
      const rows = compared.form === 'rows' ? compared.rows : [];
      return question.rows.map(({ id, text, explanation, facts }, i) => ({
        id,
        text: `${text}: ${rows[i]?.key ?? ''}`,
        standing: rows[i]?.right === true ? 'got' : 'key',
        explanation,
        facts,
        misconception: null,
      }));
    }
    case 'order':
      return question.things.map(({ id, text, explanation, facts }, i) => ({
        id,
        text: `${i + 1}. ${text}`,
        standing: answer.kind === 'order' && answer.things[i] === id ? 'got' : 'key',
        explanation,
        facts,
        misconception: null,
      }));
    case 'fill':
    case 'number': {
      const { explanation, facts } = question;
      return [{ id: 'answer', text: '', standing: 'key', explanation, facts, misconception: null }];
    }
  }
}
