import type { Scenario } from '#model/scenario/action.ts';
import { describeBoard } from '#model/layout/describe.ts';
import { BoardWords } from './BoardDescribed.tsx';

/** A board in words, described here: a lesson, whose pages are kept small, has it described while it is built. */
export function LayoutText({ scenario, title }: { scenario: Scenario; title?: string }) {
  return <BoardWords board={describeBoard(scenario)} {...(title === undefined ? {} : { title })} />;
}
