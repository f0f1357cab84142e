import type { Boards } from './boards.ts';
import { BOARD_KEY } from './boardStorage.ts';
import { freshBoard, clampCursor } from '../board/board.ts';
import type { Shared } from './shareLink.ts';

/**
 * Puts the board of a link beside the own ones, at the link's event, and selects it; none of them is changed.
 * @returns words for the learner; `copy` is null where the browser had no room for it
 */
export function takeShared(
  boards: Boards,
  { scenario, cursor }: Shared,
): { words: string; copy: { id: string; before: string } | null } {
  const before = boards.current().id;
  const id = boards.create('Shared board', {
    ...freshBoard(scenario),
    ...(cursor === undefined ? {} : { cursor: clampCursor(cursor, scenario) }),
  });
  if (boards.slot(id).getItem(BOARD_KEY) !== null)
    return {
      words: `This board came by link and was opened as a copy, “${boards.current().name}”. Your own boards are as they were.`,
      copy: { id, before },
    };
  boards.remove(id);
  boards.select(before);
  return { words: 'The link could not be opened: your browser has no room for one more board.', copy: null };
}
