import type { Submission, Level } from '#model/level/level.ts';
import { gradeSubmission, type LevelReport } from './grade.ts';

/** The outcome of a proof: its problems, which are none for a sound level, and how much was tried. */
export interface Proof {
  problems: string[];
  tried: number;
  /** False if the search for something smaller than par stopped at its cap. */
  parProven: boolean;
}

/** The most submissions that the search for something smaller than par may try. */
const CAP = 200_000;

/**
 * Proves that a level can be played: the start fails, each mistake fails the goal it names by its rule, the
 * solution is made from the palette and passes with par edits, nothing smaller made from the palette passes, and no
 * goal is dead.
 * @param cap how many submissions the search for something smaller may try
 */
export function prove(level: Level, cap = CAP): Proof {
  const problems: string[] = [];
  const start = gradeSubmission(level, { edits: [], actions: [] });
  if (start.passed) problems.push('the untouched start passes');
  const solution = gradeSubmission(level, level.solution);
  if (!solution.passed || solution.stars !== 3) {
    const failing = solution.checks.filter((c) => !c.passed).map((c) => `${c.id}: ${c.message}`);
    problems.push(
      `the solution earns ${solution.stars} stars (${solution.edits} edits, par ${level.par}): ${failing.join(' ')}`,
    );
  }
  for (const missing of outsidePalette(level))
    problems.push(`the palette does not offer this step of the solution: ${missing}`);
  const seen: LevelReport[] = [start, solution];
  for (const mistake of level.mistakes) {
    const report = gradeSubmission(level, mistake);
    seen.push(report);
    const check = report.checks.find((c) => c.id === mistake.fails);
    if (report.stars === 3) problems.push(`the mistake "${mistake.text}" earns three stars`);
    else if (check === undefined || check.passed)
      problems.push(`the mistake "${mistake.text}" does not fail goal ${mistake.fails}`);
    else if (check.rule !== mistake.rule)
      problems.push(`the mistake "${mistake.text}" fails by ${check.rule}, not by ${mistake.rule}`);
  }
  const search = smaller(level, seen, cap);
  if (level.par === 1) for (const move of movesOf(level)) seen.push(gradeSubmission(level, move));
  if (search.found !== null) problems.push(`fewer edits than par pass: ${JSON.stringify(search.found)}`);
  for (const goal of level.goals) {
    const everFails = seen.some((r) => r.checks.some((c) => c.id === goal.id && !c.passed));
    if (!everFails) problems.push(`goal ${goal.id} never fails: it is dead`);
  }
  return { problems, tried: search.tried, parProven: search.complete };
}

/** Steps of the solution that the palette does not offer. */
function outsidePalette({ palette, solution }: Level): string[] {
  const offered = new Set([...palette.edits, ...palette.actions].map((move) => JSON.stringify(move)));
  return [...solution.edits, ...solution.actions]
    .map((move) => JSON.stringify(move))
    .filter((move) => !offered.has(move));
}

/** The single things that the palette offers. */
const movesOf = (level: Level): Submission[] => [
  ...level.palette.edits.map((edit): Submission => ({ edits: [edit], actions: [] })),
  ...level.palette.actions.map((action): Submission => ({ edits: [], actions: [action] })),
];

/** Searches sets of fewer palette moves than par, breadth first. */
function smaller(
  level: Level,
  seen: LevelReport[],
  cap: number,
): { found: Submission | null; tried: number; complete: boolean } {
  const moves = movesOf(level);
  let tried = 0;
  for (let size = 1; size < level.par; size++) {
    for (const chosen of combinations(moves, size)) {
      if (tried >= cap) return { found: null, tried, complete: false };
      tried++;
      const submission = { edits: chosen.flatMap((m) => m.edits), actions: chosen.flatMap((m) => m.actions) };
      const report = gradeSubmission(level, submission);
      if (seen.length < 500) seen.push(report);
      if (report.stars >= 2) return { found: submission, tried, complete: true };
    }
  }
  return { found: null, tried, complete: true };
}

function* combinations<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= items.length - size; i++) {
    const item = items[i];
    if (item === undefined) continue;
    for (const rest of combinations(items, size - 1, i + 1)) yield [item, ...rest];
  }
}
