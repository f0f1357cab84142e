import type { Scenario } from '#model/action.ts';
import { describeBoard } from '#model/describeBoard.ts';
import { BoardWords } from './BoardWords.tsx';

/** A board in words, described here: a lesson, whose pages are kept small, has it described while it is built. */
export function LayoutText({ scenario, title }: { scenario: Scenario; title?: string }) {
  return <BoardWords board={describeBoard(scenario)} {...(title === undefined ? {} : { title })} />;
}
