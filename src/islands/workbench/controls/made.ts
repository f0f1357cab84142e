import type { Result } from '#model/parse/problem.ts';
import type { Command } from '#state/board/command.ts';

/** Why what was filled in makes no command. */
export type InputProblem =
  | { code: 'unnamed'; thing: string; by: 'name' | 'key' }
  | { code: 'not_chosen'; what: string }
  | { code: 'none_there'; thing: string }
  | { code: 'no_output' }
  | { code: 'nothing_to_attach_to' }
  | { code: 'not_whole'; least: number };

/** What fields make: a command, or why they make none. */
export type Made = Result<Command, { problem: InputProblem }>;

export const made = (value: Command): Made => ({ ok: true, value });
export const unusable = (problem: InputProblem): { ok: false; problem: InputProblem } => ({
  ok: false,
  problem,
});

/** What is missing, and so what to do. */
export function describeInputProblem(problem: InputProblem): string {
  switch (problem.code) {
    case 'unnamed':
      return problem.by === 'name' ? `Give the ${problem.thing} a name.` : `Give the ${problem.thing} a key.`;
    case 'not_chosen':
      return `Choose ${problem.what}.`;
    case 'none_there':
      return `Its organization has no ${problem.thing} yet.`;
    case 'no_output':
      return 'Name an output.';
    case 'nothing_to_attach_to':
      return 'There is nothing to attach it to.';
    case 'not_whole':
      return `A whole number, ${problem.least} or more.`;
  }
}

/** A whole number that is no less than `least`. */
export function wholeNumber(text: string, least = 0): Result<number, { problem: InputProblem }> {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(value) && value >= least
    ? { ok: true, value }
    : unusable({ code: 'not_whole', least });
}
