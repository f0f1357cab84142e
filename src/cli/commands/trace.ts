import { traceOf } from '#engine/query/trace.ts';
import { readArguments } from '../arguments.ts';
import { type CommandOutcome, invalidInput } from '../output.ts';
import { simulateFile } from './simulate.ts';

/** `trace FILE`: the log as text, with every rule that stopped something. */
export function trace(words: readonly string[]): CommandOutcome {
  const { operands, problems } = readArguments(words, [], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'trace', problems);
  const simulated = simulateFile(file);
  if (!simulated.ok) return invalidInput(file, simulated.problems);
  return { status: 0, stdout: traceOf(simulated.value.scenario, simulated.value.simulation), stderr: '' };
}
