import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { boardLines, describeBoard } from '#model/layout/describe.ts';
import type { Question } from '#model/quiz/question.ts';
import type { Item } from '../types/item.ts';

/** A question that other programs can grade: not one whose answer is a changed board, with several right ones. */
export type Portable = Exclude<Question, { type: 'build' }>;
export type PortableItem = Omit<Item, 'question'> & { question: Portable };

/** The items that can go to another format. */
export const portableBoard = (items: readonly Item[]): PortableItem[] =>
  items.flatMap(({ question, ...rest }) => (question.type === 'build' ? [] : [{ ...rest, question }]));

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
export function explanationsOf(question: Portable): { of: string; text: string; facts: readonly string[] }[] {
  const line = (of: string, { explanation, facts }: { explanation: string; facts: readonly string[] }) => ({
    of,
    text: explanation.trim(),
    facts,
  });
  if ('options' in question) return question.options.map((o) => line(o.text, o));
  if ('rows' in question) return question.rows.map((r) => line(r.text, r));
  if ('things' in question) return question.things.map((t) => line(t.text, t));
  return [line('', question)];
}
