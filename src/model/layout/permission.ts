/** What a team may do in a workspace, in the order in which `access` prints it. */
export const PERMISSIONS = [
  'read_runs',
  'queue_plans',
  'apply_runs',
  'read_variables',
  'write_variables',
  'read_state_outputs',
  'read_state',
  'write_state',
  'lock',
  'manage_settings',
  'override_policies',
] as const;
export type Permission = (typeof PERMISSIONS)[number];
