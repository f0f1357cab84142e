import type { Problem } from '#model/parse/problem.ts';

/** What a command leaves behind: text for stdout and stderr, and the exit status of the contract. */
export interface CommandOutcome {
  /** 0 it worked, 1 the graded answer did not pass, 2 the input was not usable. */
  status: 0 | 1 | 2;
  stdout: string;
  stderr: string;
}

export const printed = (value: unknown): CommandOutcome => ({
  status: 0,
  stdout: `${JSON.stringify(value, null, 2)}\n`,
  stderr: '',
});

/** One line a problem: `FILE:path.to.field: what is wrong, what is allowed`, or `FILE:LINE: …`. */
export const invalidInput = (file: string, problems: readonly Problem[]): CommandOutcome => ({
  status: 2,
  stdout: '',
  stderr: problems.map((problem) => `${problemLine(file, problem)}\n`).join(''),
});

export function problemLine(file: string, problem: Problem): string {
  const where = problem.line !== undefined ? String(problem.line) : problem.path === '' ? '1' : problem.path;
  return `${file}:${where}: ${problem.message}`.replace(/[\r\n]+/g, ' ');
}
