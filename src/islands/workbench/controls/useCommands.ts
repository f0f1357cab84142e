import { createContext, useContext, useId, useState } from 'react';
import type { Planned } from '#state/board/boardChange.ts';
import type { Command } from '#state/board/command.ts';
import { describeRefusal } from '#state/board/refusal.ts';
import { describeInputProblem, type InputProblem } from './made.ts';
import { ViewContext } from '../context/useSandbox.ts';

/** Whether the controls within try what they command, as a what-if, and leave the board as it is. */
export const Trying = createContext(false);

/** How a control makes its commands, without looking at the board itself. */
export function useCommands() {
  const view = useContext(ViewContext);
  const trying = useContext(Trying);
  if (view === null) throw new Error('a control outside of Sandbox');
  return {
    /** Why a level does not offer it, or null. */
    reasonAgainst(command: Command): string | null {
      const refusal = view.sandbox.notOffered(command);
      return refusal === null ? null : describeRefusal(refusal).message;
    },
    /** What came of it; a change that is only tried leaves the board as it is. */
    run(command: Command): Planned {
      if (!trying) return view.sandbox.perform(command);
      void view.whatIfs.attempt(command);
      return { ok: true, value: null };
    },
    /** Says why something that was filled in means nothing. */
    complain: (problem: InputProblem): void => view.sandbox.say(describeInputProblem(problem), 'value'),
  };
}

/**
 * What every control has in common: whether a level offers what it makes, and the words where it was refused.
 * @param sample a command of the kind that it makes
 */
export function useControl(sample: Command) {
  const { reasonAgainst, run } = useCommands();
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const reason = reasonAgainst(sample);
  return {
    problem,
    problemId: id,
    run(command: Command): boolean {
      const done = run(command);
      setProblem(done.ok ? null : describeRefusal(done.refusal).message);
      return done.ok;
    },
    clear: () => setProblem(null),
    attributes: {
      disabled: reason !== null,
      ...(reason === null ? {} : { title: reason, 'data-barred': reason }),
      'aria-invalid': problem === null ? undefined : true,
      'aria-describedby': problem === null ? undefined : id,
    },
  };
}
