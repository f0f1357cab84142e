import { short } from '#model/layout/vocabulary.ts';
import type { RunCommand } from './command.ts';

/** What is said when something was done to a run. */
export const describeCommand = (command: RunCommand): string =>
  command.type === 'start_run'
    ? `Run started in ${short(command.workspace)}.`
    : `${command.type.replaceAll('_', ' ')}: ${command.run ?? short(command.workspace ?? '')}.`;
