import { effectiveVariables } from '#engine/query/effectiveVariables.ts';
import { idOf } from '#model/layout/layout.ts';
import { readArguments } from '../arguments.ts';
import { loadLayout, namedWorkspace } from '../layoutFile.ts';
import { type CommandOutcome, printed, invalidInput } from '../output.ts';

/** `variables FILE --workspace W`: which value each variable has, from where, and what it beat. */
export function variables(words: readonly string[]): CommandOutcome {
  const { operands, options, problems } = readArguments(words, ['--workspace'], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'variables', problems);
  const layout = loadLayout(file);
  if (!layout.ok) return invalidInput(file, layout.problems);
  const id = namedWorkspace(layout.value, options.get('--workspace'));
  if (!id.ok) return invalidInput(file, id.problems);
  const workspace = layout.value.workspaces.find((w) => idOf(w) === id.value);
  return printed({ variables: workspace === undefined ? [] : effectiveVariables(layout.value, workspace) });
}
