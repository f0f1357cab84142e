import { exportLayout } from '#hcl/export/exportLayout.ts';
import { readArguments } from '../arguments.ts';
import { loadLayout } from '../layoutFile.ts';
import { type CommandOutcome, invalidInput } from '../output.ts';

/** `export FILE`: HCL of the tfe provider that recreates a layout. */
export function exportFile(words: readonly string[]): CommandOutcome {
  const { operands, problems } = readArguments(words, [], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'export', problems);
  const layout = loadLayout(file);
  return layout.ok
    ? { status: 0, stdout: exportLayout(layout.value), stderr: '' }
    : invalidInput(file, layout.problems);
}
