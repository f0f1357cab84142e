import { findingsOf as look } from '#engine/findings/findings.ts';
import { readArguments } from '../arguments.ts';
import { loadLayout } from '../layoutFile.ts';
import { type CommandOutcome, printed, invalidInput } from '../output.ts';

/** `check FILE`: findings about a layout. */
export function check(words: readonly string[]): CommandOutcome {
  const { operands, problems } = readArguments(words, [], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'check', problems);
  const layout = loadLayout(file);
  return layout.ok ? printed({ findings: look(layout.value) }) : invalidInput(file, layout.problems);
}
