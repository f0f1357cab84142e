import { readDefaultModes } from './readers/defaultModes.ts';
import { readPolicies } from './readers/policies.ts';
import { readCostEstimation, readRunTasks } from './readers/runTasks.ts';
import { readTeams } from './readers/teams.ts';
import { readTriggers } from './readers/triggers.ts';
import { readVariables } from './readers/variables.ts';
import { readWorkspaces } from './readers/workspaces.ts';
import type { Reading } from './reading.ts';

/** Every reader of what resources say of one thing, workspaces first: the others refer to them. */
export function readEach(reading: Reading): void {
  readWorkspaces(reading);
  readTriggers(reading);
  readVariables(reading);
  readTeams(reading);
}

/** What may hold for a whole organization: to be read when every workspace is there. */
export function readForAll(reading: Reading): void {
  readDefaultModes(reading);
  readPolicies(reading);
  readRunTasks(reading);
  readCostEstimation(reading);
}
