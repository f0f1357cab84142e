import { short } from '#model/layout/vocabulary.ts';
import type { Command } from './commands.ts';

const onOff = (value: unknown): string =>
  value === true
    ? 'on'
    : value === false
      ? 'off'
      : typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : 'changed';

/** What is said when a command was carried out; structures bring their own words. */
export function describeCommand(command: Command): string {
  switch (command.type) {
    case 'create_run_trigger':
      return `${short(command.sourceable)} now triggers ${short(command.workspace)}.`;
    case 'delete_run_trigger':
      return `${short(command.sourceable)} no longer triggers ${short(command.workspace)}.`;
    case 'set':
      return Object.entries(command.settings)
        .map(([field, value]) => `${short(command.workspace)}: ${field} ${onOff(value)}.`)
        .join(' ');
    case 'share':
      return `${short(command.workspace)} may read the state of ${short(command.sourceable)}.`;
    case 'unshare':
      return `${short(command.workspace)} may no longer read the state of ${short(command.sourceable)}.`;
    case 'lock':
      return `${short(command.workspace)} locked.`;
    case 'unlock':
      return `${short(command.workspace)} unlocked.`;
    case 'attach_set':
      return `${command.set} reaches ${command.project ?? short(command.workspace ?? '')}.`;
    case 'detach_set':
      return `${command.set} no longer lists ${command.project ?? short(command.workspace ?? '')}.`;
    case 'set_variable':
      return `${command.key} set in ${command.set ?? short(command.workspace ?? '')}.`;
    case 'set_priority':
      return `${command.set}: priority ${onOff(command.priority)}.`;
    case 'rename_set':
      return `${command.set} renamed to ${command.name}.`;
    case 'exclude_policy':
      return `${command.policy} no longer looks at ${short(command.workspace)}.`;
    case 'enforce_policy':
      return `${command.policy} is ${command.enforcement_level}.`;
    case 'satisfy_policy':
      return `${short(command.workspace)} passes ${command.policy}.`;
    case 'grant_workspace':
      return `${command.team}: ${command.access ?? 'no role'} in ${short(command.workspace)}.`;
    case 'grant_custom':
      return `${command.team}: custom permissions in ${short(command.workspace)}.`;
    case 'grant_project':
      return `${command.team}: ${command.access ?? 'no role'} in project ${command.project}.`;
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
