import { allowed } from '#engine/query/access.ts';
import { readArguments } from '../arguments.ts';
import { loadLayout, namedTeam, namedWorkspace } from '../layoutFile.ts';
import { type CommandOutcome, printed, invalidInput } from '../output.ts';

/** `access FILE --team T --workspace W`: what the team may do there. */
export function access(words: readonly string[]): CommandOutcome {
  const { operands, options, problems } = readArguments(words, ['--team', '--workspace'], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'access', problems);
  const layout = loadLayout(file);
  if (!layout.ok) return invalidInput(file, layout.problems);
  const team = namedTeam(layout.value, options.get('--team'));
  const workspace = namedWorkspace(layout.value, options.get('--workspace'));
  if (!team.ok || !workspace.ok) {
    return invalidInput(file, [
      ...(team.ok ? [] : team.problems),
      ...(workspace.ok ? [] : workspace.problems),
    ]);
  }
  return printed({ allowed: allowed(layout.value, team.value, workspace.value) });
}
