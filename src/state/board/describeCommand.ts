import { describeDone, isEdit } from '#model/edits/index.ts';
import { short } from '#model/layout/vocabulary.ts';
import type { Command } from './commands.ts';

/** What is said when a command was carried out; structures bring their own words. */
export function describeCommand(command: Command): string {
  if (isEdit(command)) return describeDone(command);
  switch (command.type) {
    case 'start_run':
      return `Run started in ${short(command.workspace)}.`;
    case 'confirm':
    case 'discard':
    case 'cancel':
    case 'override_policy':
      return `${command.type.replaceAll('_', ' ')}: ${command.run ?? short(command.workspace ?? '')}.`;
    default:
      return '';
  }
}
