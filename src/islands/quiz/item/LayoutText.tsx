import type { Scenario } from '#model/scenario/action.ts';
import { describeBoard } from '#model/layout/describe.ts';
import { BoardDescribed } from './BoardDescribed.tsx';

/** A board in words, described here: a lesson, whose pages are kept small, has it described while it is built. */
export function LayoutText({ scenario, title }: { scenario: Scenario; title?: string }) {
  return <BoardDescribed board={describeBoard(scenario)} {...(title === undefined ? {} : { title })} />;
}
