import { idOf, type Layout } from '#model/layout/layout.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { counted } from '#model/wording/counted.ts';
import { fitsLevel } from '../level/editOptions.ts';
import { boardOf, firstId, freshBoard, refusedIn, simulationOf } from './board.ts';
import { foldActions } from './boardEdits.ts';
import { withBranch } from './branches.ts';
import {
  beginning,
  type PlanningBoard,
  type Change,
  focusedIn,
  type Planned,
  planned,
  refuse,
} from './boardChange.ts';
import type { WholeCommand } from './command.ts';
import { rebaseOnLayout } from './rebaseOnLayout.ts';
import { startOf, stage } from './simulatedScenario.ts';

/** What is done to the board as a whole. */
export function planWhole(board: PlanningBoard, command: WholeCommand): Planned {
  const { level, state } = board;
  const { scenario } = state;
  switch (command.type) {
    case 'replace_layout': {
      const { layout, words, session, hcl = state.hcl } = command;
      const inSession = session === undefined ? {} : { session };
      if (layout === scenario.layout) return planned({ board: { hcl }, ...inSession, announcement: words });
      const found = planReplaced(board, layout, words);
      if (!found.ok || found.value === null) return found;
      return planned({ ...found.value, board: { ...found.value.board, hcl }, ...inSession });
    }
    case 'put_board': {
      const { scenario: next } = command.board;
      return planned({
        board: { cursor: beginning(board, next), ...command.board },
        view: { focused: focusedIn(board, next), why: null, playing: false },
        announcement: command.words,
      });
    }
    case 'open_board': {
      const { scenario: next, words, hcl = null } = command;
      return planned({
        board: { ...freshBoard(next), hcl },
        view: { focused: firstId(next), why: null, playing: false },
        announcement: words,
      });
    }
    case 'clear_runs': {
      if (scenario.actions.length === 0) return planned(null);
      const next: Scenario = { layout: foldActions(scenario, refusedIn(scenario)), actions: [] };
      return planned({
        board: { scenario: next, cursor: simulationOf(next).log.length },
        view: { why: null, playing: false },
        announcement: 'Runs cleared; the board stays as it is.',
      });
    }
    case 'reset_level': {
      if (level === null) return planned(null);
      const start: Scenario = { layout: level.layout, actions: [] };
      const same = JSON.stringify(start) === JSON.stringify(scenario);
      return planned({
        board: {
          // Where nothing was changed, only the cursor goes back.
          scenario: same ? { ...scenario } : start,
          cursor: startOf(stage(level, start, state.probe)),
        },
        view: { why: null, playing: false, clock: null },
        announcement: 'The level is as it was at the start. Undo brings your changes back.',
      });
    }
    case 'put_back':
      return planPuttingBack(board, command.attempt);
    case 'move_boxes': {
      const { positions } = state;
      const moved = Object.entries(command.positions).some(
        ([id, at]) => positions[id]?.x !== at.x || positions[id]?.y !== at.y,
      );
      return planned(
        moved ? { board: { positions: { ...positions, ...command.positions } }, announcement: '' } : null,
      );
    }
    case 'arrange':
      return planned({
        board: Object.keys(state.positions).length > 0 ? { positions: {} } : {},
        announcement: 'Arranged by layers.',
      });
  }
}

/** Another layout, with all that was done done again on it as far as it can be. */
export function planReplaced(board: PlanningBoard, layout: Layout, words: string): Planned {
  const { level, state, since } = board;
  const { scenario: next, dropped } =
    level === null
      ? rebaseOnLayout(since, layout)
      : { scenario: { layout, actions: state.scenario.actions }, dropped: 0 };
  if (level !== null && !fitsLevel(level, next)) return refuse({ code: 'layout_not_offered' });
  const ids = new Set(layout.workspaces.map(idOf));
  const kept = Object.fromEntries(Object.entries(state.positions).filter(([id]) => ids.has(id)));
  const lost =
    dropped === 0
      ? ''
      : ` ${dropped} of ${counted(since.actions.length, 'action')} had to do with what is gone, and went.`;
  return planned({
    board: { scenario: next, positions: kept, cursor: beginning(board, next) },
    view: { focused: focusedIn(board, next), why: null, playing: false },
    announcement: words === '' ? '' : `${words}${lost}`,
  });
}

function planPuttingBack(board: PlanningBoard, number: number): Planned {
  const { state } = board;
  const attempt = state.attempts.find((one) => one.number === number);
  if (attempt === undefined) return planned(null);
  const { board: branch, at, event } = attempt;
  const change: Change = {
    board: { ...branch, positions: state.positions },
    view: { comparing: null, focused: focusedIn(board, branch.scenario), why: null, playing: false },
    attempts: withBranch(state.attempts, { board: boardOf(state), at, event }),
    announcement: `Attempt ${number} is back. Undo returns to what you had.`,
  };
  return planned(change);
}
