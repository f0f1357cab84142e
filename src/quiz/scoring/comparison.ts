import type { Answer } from '#model/quiz/answer.ts';
import type { Question } from '#model/quiz/question.ts';

/** Something that the learner gave, in the little Markdown of questions, and whether it is right. */
export interface Given {
  text: string;
  right: boolean;
}

/** One row of a table or of partners: what the learner gave for it, null where nothing, and what is right. */
interface ComparedRow {
  id: string;
  asked: string;
  given: string | null;
  key: string;
  right: boolean;
}

/** What a learner answered beside what is right. The two are never mixed: `given` is theirs, `key` is ours. */
export type Comparison =
  /** Options, none where nothing was chosen. */
  | { form: 'options'; given: readonly Given[]; key: readonly string[] }
  | { form: 'rows'; rows: readonly ComparedRow[] }
  /** Things from first to last; one is right where it is in its place. */
  | { form: 'order'; given: readonly Given[]; key: readonly string[] }
  /** A text as it was typed, empty where nothing was; each form of the key is right. */
  | { form: 'text'; given: string; key: readonly string[] }
  /** Changes of a board, right together or not at all; `key` is one way of several. */
  | { form: 'changes'; given: readonly string[]; key: readonly string[] };

const texts = (options: readonly { text: string }[]): string[] => options.map(({ text }) => text);

/** Sets an answer of any kind beside the key of its question. An answer of another kind counts as empty. */
export function compareAnswers(question: Question, answer: Answer): Comparison {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'pick':
    case 'truefalse': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      return {
        form: 'options',
        given: question.options
          .filter(({ id }) => chosen.includes(id))
          .map(({ text, correct }) => ({ text, right: correct })),
        key: texts(question.options.filter(({ correct }) => correct)),
      };
    }
    case 'table':
    case 'match': {
      const choices = question.type === 'table' ? question.columns : question.choices;
      const chosen = answer.kind === 'rows' ? answer.chosen : {};
      const named = (id: string) => choices.find((choice) => choice.id === id)?.text ?? null;
      return {
        form: 'rows',
        rows: question.rows.map((row) => ({
          id: row.id,
          asked: row.text,
          given: named(chosen[row.id] ?? ''),
          key: named(row.correct) ?? row.correct,
          right: chosen[row.id] === row.correct,
        })),
      };
    }
    case 'order': {
      const given = answer.kind === 'order' ? answer.things : [];
      return {
        form: 'order',
        given: given.map((id, i) => ({
          text: question.things.find((thing) => thing.id === id)?.text ?? id,
          right: question.things[i]?.id === id,
        })),
        key: texts(question.things),
      };
    }
    case 'fill':
      return { form: 'text', given: typed(answer), key: question.accepted };
    case 'number': {
      const unit = question.unit === '' ? '' : ` ${question.unit}`;
      const given = typed(answer);
      return {
        form: 'text',
        given: given === '' ? '' : `${given}${unit}`,
        key: [`${question.answer}${unit}`],
      };
    }
    case 'build': {
      const chosen = answer.kind === 'options' ? answer.chosen : [];
      return {
        form: 'changes',
        given: texts(question.palette.filter(({ id }) => chosen.includes(id))),
        key: texts(question.palette.filter(({ correct }) => correct)),
      };
    }
  }
}

const typed = (answer: Answer): string => (answer.kind === 'text' ? answer.text.trim() : '');

/** True where nothing at all was answered. */
export const isEmpty = (compared: Comparison): boolean =>
  compared.form === 'rows' ? compared.rows.every(({ given }) => given === null) : compared.given.length === 0;
