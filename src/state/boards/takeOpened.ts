import { counted } from '#model/wording/counted.ts';
import { BOARD_KEY } from './boardStorage.ts';
import type { Boards } from './boards.ts';
import type { OpenedBoard } from './openFiles.ts';
import { freshBoard } from '../board/board.ts';

/** What became of boards that were opened. */
export interface TakenBoards {
  /** For the learner. */
  words: string;
  /** The boards that were made; none where the browser had no room. */
  ids: string[];
  /** The board that was shown before. */
  before: string;
}

/** Puts opened boards beside the own ones and shows the first of them; no own board is changed. */
export function takeOpened(boards: Boards, opened: readonly OpenedBoard[]): TakenBoards {
  const { id: before, name: own } = boards.current();
  const ids: string[] = [];
  for (const { name, scenario, hcl } of opened) {
    const id = boards.create(name, { ...freshBoard(scenario), hcl });
    if (boards.slot(id).getItem(BOARD_KEY) === null) {
      boards.remove(id);
      break;
    }
    ids.push(id);
  }
  const [first] = ids;
  boards.select(first ?? before);
  if (first === undefined)
    return {
      ids,
      before,
      words:
        'Nothing was opened: your browser has no room for one more board. Delete a board under Boards, then open the file again.',
    };
  const missing = opened.length - ids.length;
  const kept = `Your board “${own}” is kept under Boards.`;
  if (ids.length > 1 || missing > 0)
    return {
      ids,
      before,
      words: `Opened ${counted(ids.length, 'board')}, each one under Boards; “${boards.current().name}” is shown. ${kept}${missing === 0 ? '' : ` Your browser had no room for ${counted(missing, 'more board')}.`}`,
    };
  const { workspaces, run_triggers } = opened[0]?.scenario.layout ?? { workspaces: [], run_triggers: [] };
  return {
    ids,
    before,
    words: `Opened “${boards.current().name}”: ${counted(workspaces.length, 'workspace')}, ${counted(run_triggers.length, 'run trigger')}. ${kept}`,
  };
}

/**
 * Shows the board of before again, and takes what was opened off the list.
 * @param changed whether the board that is shown was changed since: then it stays on the list
 * @returns words for the learner
 */
export function undoOpening(boards: Boards, { ids, before }: TakenBoards, changed: boolean): string {
  const shown = boards.current();
  for (const id of ids) if (!(changed && id === shown.id)) boards.remove(id);
  boards.select(before);
  const back = `“${boards.current().name}” is back.`;
  return changed && ids.includes(shown.id)
    ? `${back} “${shown.name}” has changes of yours, so it stays under Boards.`
    : back;
}
