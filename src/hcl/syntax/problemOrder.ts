import type { HclProblem } from './position.ts';

/** Sorted by place; the same problem of one place (of several instances, say) is told once. */
export function inOrder(problems: readonly HclProblem[], files: readonly { name: string }[]): HclProblem[] {
  const rank = new Map(files.map((file, i) => [file.name, i]));
  const seen = new Set<string>();
  return problems
    .filter((problem) => {
      const id = JSON.stringify(problem);
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    })
    .sort(
      (a, b) => (rank.get(a.file) ?? 0) - (rank.get(b.file) ?? 0) || a.line - b.line || a.column - b.column,
    );
}
