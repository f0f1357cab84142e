import { createContext, useContext, useId, useState } from 'react';
import { disabledReason, type Command, performCommand } from '#state/board/commands.ts';
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
    reasonAgainst: (command: Command): string | null => disabledReason(view.sandbox, command),
    /** @returns why it was not done, or null */
    run(command: Command): string | null {
      if (!trying) return performCommand(view.sandbox, command);
      void view.whatIfs.attempt(command);
      return null;
    },
    /** Says why something that was filled in means nothing. */
    complain: (words: string): void => view.sandbox.say(words, 'value'),
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
      const words = run(command);
      setProblem(words);
      return words === null;
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
