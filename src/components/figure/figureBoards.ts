import { parse } from 'yaml';
import { findElements } from '#lint/mdx.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { encodeShare } from '#state/boards/shareLink.ts';
import { href } from '../page/site.ts';

/** The boards of the figures in lessons, by the figure's id, so that a code block can name the one it builds. */
const lessons = import.meta.glob<string>('../../../content/lessons/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const BOARDS: ReadonlyMap<string, Scenario> = new Map(
  Object.values(lessons).flatMap((text) =>
    findElements(text, 0)
      .filter((element) => element.name === 'Figure')
      .map((element) => {
        const read = (name: string) => element.attributes.get(name)?.value ?? '';
        return [read('id'), parseFigureBoard(read('id'), read('layout'), read('actions'))] as const;
      }),
  ),
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
