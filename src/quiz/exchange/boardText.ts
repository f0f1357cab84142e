import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { boardLines, describeBoard } from '#model/layout/describe.ts';
import type { Question } from '#model/quiz/question.ts';
import { typeOf } from '../types/index.ts';
import type { Item } from '../types/item.ts';
import type { AnswerForm } from '../types/typeModule.ts';

/** A way of answering that other programs can grade: not a changed board, where several answers are right. */
export type PortableForm = Exclude<AnswerForm, { form: 'changes' }>;
/** An item with the way in which it is answered, which is all that another format has to know of its type. */
export type PortableItem = Item & { form: PortableForm };

/** The items that can go to another format. */
export const portableItems = (items: readonly Item[]): PortableItem[] =>
  items.flatMap((item) => {
    const form = typeOf(item.question).form(item.question);
    return form.form === 'changes' ? [] : [{ ...item, form }];
  });

/** The board of an item: of a generated one its scenario, else the layout of the figure; null without one. */
function boardOf({ question, scenario }: PortableItem): Scenario | null {
  if (scenario !== null) return scenario;
  const { figure } = question;
  if (figure === null || figure.layout === null) return null;
  const parsed = parseScenario({ layout: figure.layout, actions: figure.actions });
  return parsed.ok ? parsed.value : null;
}

/** The board and the HCL of a question's figure as lines, the HCL apart; empty where there is none. */
export function figureLines(item: PortableItem): { board: string[]; hcl: string[] } {
  const board = boardOf(item);
  const hcl = item.question.figure?.hcl ?? null;
  return {
    board: board === null ? [] : boardLines(describeBoard(board)),
    hcl: hcl === null ? [] : hcl.trimEnd().split('\n'),
  };
}

/** Everything that a question explains, a line for each, with its facts. */
export const explanationsOf = (
  question: Question,
): { of: string; text: string; facts: readonly string[] }[] =>
  typeOf(question)
    .parts(question)
    .map(({ text, explanation, facts }) => ({ of: text, text: explanation.trim(), facts }));
