import { parse } from 'yaml';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { encodeShare } from '#state/boards/shareLink.ts';
import { CONTENT } from '../content/content.ts';
import { href } from '../page/site.ts';

/** The boards of the figures in lessons, by the figure's id, so that a code block can name the one it builds. */
const BOARDS: ReadonlyMap<string, Scenario> = new Map(
  CONTENT.lessons
    .flatMap(({ body }) => body.elements)
    .filter(({ name }) => name === 'Figure')
    .map(({ attributes }) => {
      const read = (name: string) => attributes.get(name)?.value ?? '';
      return [read('id'), parseFigureBoard(read('id'), read('layout'), read('actions'))] as const;
    }),
);

/** Reads the YAML of a figure; what cannot be simulated stops the build. */
export function parseFigureBoard(id: string, layout: string, actions: string): Scenario {
  const scenario = parseScenario({ layout: parse(layout), actions: parse(actions === '' ? '[]' : actions) });
  if (scenario.ok) return scenario.value;
  throw new Error(`figure ${id}: ${scenario.problems.map((p) => `${p.path}: ${p.message}`).join('; ')}`);
}

export function figureBoard(id: string): Scenario {
  const board = BOARDS.get(id);
  if (board === undefined) throw new Error(`no figure ${id} in content/lessons`);
  return board;
}

/** The address at which the sandbox opens with this board. */
export const sandboxWith = async (board: Scenario): Promise<string> =>
  `${href('sandbox/')}${await encodeShare(board)}`;
