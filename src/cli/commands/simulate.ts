import { basename } from 'node:path';
import { simulate, type Simulation } from '#engine/simulate/simulate.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import type { Parsed } from '#model/parse/problem.ts';
import { readArguments } from '../arguments.ts';
import { filesBelow, isDirectory, loadData } from '../load.ts';
import { type CommandOutcome, printed, problemLine, invalidInput } from '../output.ts';

/** `simulate FILE`: the result as JSON; for a directory, one line a file. */
export function printResults(words: readonly string[]): CommandOutcome {
  const { operands, problems } = readArguments(words, [], [1, 1]);
  const [file] = operands;
  if (file === undefined || problems.length > 0) return invalidInput(file ?? 'simulate', problems);
  if (isDirectory(file)) return simulateAll(file);
  const simulated = simulateFile(file);
  return simulated.ok ? printed(simulated.value.simulation.result) : invalidInput(file, simulated.problems);
}

/** Reads a scenario from a file and runs it. */
export function simulateFile(file: string): Parsed<{ scenario: Scenario; simulation: Simulation }> {
  const data = loadData(file);
  if (!data.ok) return data;
  const scenario = parseScenario(data.value);
  if (!scenario.ok) return scenario;
  const simulated = simulate(scenario.value);
  if (!simulated.ok) return simulated;
  return { ok: true, value: { scenario: scenario.value, simulation: simulated.value } };
}

function simulateAll(directory: string): CommandOutcome {
  const lines = filesBelow(directory).map((path) => {
    const file = basename(path);
    const simulated = simulateFile(path);
    return JSON.stringify(
      simulated.ok
        ? { file, result: simulated.value.simulation.result }
        : { file, problems: simulated.problems.map((problem) => problemLine(file, problem)) },
    );
  });
  return { status: 0, stdout: lines.map((line) => `${line}\n`).join(''), stderr: '' };
}
