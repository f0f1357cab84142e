import type { HclProblem } from './place.ts';

/**
 * Problems of texts that are right in themselves and leave something open: a value that is given elsewhere, a module
 * whose files are not there, a type of resource that this app does not know. Everything else is a mistake.
 */
const OPEN = [
  'has no default in the files',
  'is not followed',
  'is known only where Terraform runs',
  'is not computed here',
  'that only the platform knows',
  'is not known here',
  'whose name no cloud or backend block gives',
  'are read here cannot be told',
];

/** Whether a problem only says what the text cannot tell. */
export const cannotKnow = ({ message }: HclProblem): boolean => OPEN.some((words) => message.includes(words));
