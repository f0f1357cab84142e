import { readPolicies } from './readers/policies.ts';
import { readCostEstimation, readRunTasks } from './readers/runTasks.ts';
import { readTeams } from './readers/teams.ts';
import { readTriggers } from './readers/triggers.ts';
import { readVariables } from './readers/variables.ts';
import { readWorkspaces } from './readers/workspaces.ts';
import type { Reading } from './reading.ts';

/** Every reader, workspaces first: the others refer to them. */
export function readAll(reading: Reading): void {
  readWorkspaces(reading);
  readTriggers(reading);
  readVariables(reading);
  readTeams(reading);
  readPolicies(reading);
  readRunTasks(reading);
  readCostEstimation(reading);
}
