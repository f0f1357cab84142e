import { idOf } from '#model/layout/layout.ts';
import { counted } from '#model/wording/counted.ts';
import { sameFields } from './board.ts';
import { beginning, type PlanningBoard, focusedIn, type Planned, planned, refuse } from './boardChange.ts';
import { rebaseActions } from './rebaseActions.ts';
import { restructured, type Structure, type StructureOutcome } from './structure/structure.ts';
import { unreadable } from './writtenScenario.ts';

/** A change of what exists on the board. A level has none. */
export function planStructure(board: PlanningBoard, structure: Structure): Planned {
  const { level, state } = board;
  if (level !== null) return refuse({ code: 'not_offered' });
  const found = restructured(state.scenario, structure);
  if (!found.ok) return found;
  return sameFields(state.scenario.layout, found.value.layout)
    ? planned(null)
    : planRebased(board, found.value);
}

/** A changed set-up, with all that was done done again on it. */
export function planRebased(board: PlanningBoard, outcome: StructureOutcome): Planned {
  const { scenario, positions } = board.state;
  const { layout, act, renamed, drops, words, focused, selected } = outcome;
  if (outcome.leavesActions === true)
    return planned({ board: { scenario: { layout, actions: scenario.actions } }, announcement: words });
  const next = rebaseActions(scenario, layout, {
    ...(act === undefined ? {} : { act }),
    ...(renamed === undefined ? {} : { renamed }),
    ...(drops === undefined ? {} : { drops }),
  });
  const refusal = unreadable(next.scenario);
  if (refusal !== null) return refuse(refusal);
  const ids = new Set(layout.workspaces.map(idOf));
  const places = Object.entries(positions)
    .map(([id, at]) => [renamed?.get(id) ?? id, at] as const)
    .filter(([id]) => ids.has(id));
  const again =
    scenario.actions.length === 0
      ? ''
      : next.dropped === 0
        ? ' The set-up changed, so everything ran again from the start.'
        : ` The rest ran again from the start; ${next.dropped} of ${counted(scenario.actions.length, 'action')} had to do with it and went.`;
  return planned({
    board: {
      scenario: next.scenario,
      positions: Object.fromEntries(places),
      cursor: beginning(board, next.scenario),
    },
    view: {
      focused: focused ?? focusedIn(board, next.scenario),
      ...(selected === undefined ? {} : { selected }),
      why: null,
      playing: false,
    },
    announcement: `${words}${again}`,
  });
}
