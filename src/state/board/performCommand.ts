import type { When } from './boardState.ts';
import type { PlanningBoard, Planned } from './boardChange.ts';
import type { BoardCommand } from './command.ts';
import type { History } from './history.ts';
import { plan } from './plan.ts';
import { describeRefusal } from './refusal.ts';

/** How a command is meant, by whoever makes it. */
export interface Manner {
  /** What is said in place of the command's own words. */
  words?: string;
  /** At which time a change is made that can be made at both. */
  when?: When;
}

/** The one way in which a board changes: plan, put into the store as one undo unit, and say what came of it, once. */
export function createPerform({ store, get, level, say, commit, beforeSession }: History) {
  /** The board as it is, for a command that is planned on it. */
  function board({ when }: Manner = {}, session?: string): PlanningBoard {
    const state = get();
    return {
      state,
      level,
      when: when ?? (level === null ? 'now' : state.when),
      since: beforeSession(session),
    };
  }

  function perform(command: BoardCommand, manner: Manner = {}): Planned {
    const session = command.type === 'replace_layout' ? command.session : undefined;
    const found = plan(board(manner, session), command);
    if (!found.ok) {
      const { refusal } = found;
      if (refusal.code === 'engine') {
        const { rejection, scenario, index } = refusal;
        store.setState({ refusal: { ...rejection, scenario, index }, why: { kind: 'refusal' } });
      }
      const { message, next } = describeRefusal(refusal);
      say(message, next);
      return found;
    }
    if (found.value === null) return found;
    const { announcement } = found.value;
    const kept = commit(found.value);
    const words = [
      manner.words ?? announcement,
      kept === null ? '' : `What came later is kept as attempt ${kept}.`,
    ].filter((text) => text !== '');
    if (words.length > 0) say(words.join(' '));
    return found;
  }

  return { board, perform };
}
