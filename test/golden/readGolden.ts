import { readdirSync, readFileSync } from 'node:fs';
import { type Simulation, simulate } from '#engine/simulate/simulate.ts';
import { traceOf } from '#engine/query/trace.ts';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { readText } from '#model/parse/text.ts';

/** The scenarios of this folder, by name. */
export const goldenNames = (): string[] =>
  readdirSync(new URL('./', import.meta.url))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -'.yaml'.length))
    .sort();

/** A scenario of this folder, simulated, and its trace as it is now. */
export function readGolden(name: string): {
  name: string;
  scenario: Scenario;
  simulation: Simulation;
  trace: string;
} {
  const fail = (problems: object): never => {
    throw new Error(`${name}.yaml: ${JSON.stringify(problems)}`);
  };
  const text = readText(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'), 'yaml or json');
  if (!text.ok) return fail(text.problems);
  const scenario = parseScenario(text.value);
  if (!scenario.ok) return fail(scenario.problems);
  const simulation = simulate(scenario.value);
  if (!simulation.ok) return fail(simulation.problems);
  return {
    name,
    scenario: scenario.value,
    simulation: simulation.value,
    trace: traceOf(scenario.value, simulation.value),
  };
}
