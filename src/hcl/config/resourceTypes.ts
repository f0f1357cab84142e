import { nearest } from '#model/parse/nearest.ts';
import type { ReportHclProblem } from '../syntax/position.ts';
import type { Configuration } from './resource.ts';

/** Types that the readers read. */
export const READ_TYPES: readonly string[] = [
  'tfe_organization',
  'tfe_organization_default_settings',
  'tfe_project',
  'tfe_project_settings',
  'tfe_workspace',
  'tfe_workspace_settings',
  'tfe_workspace_ids',
  'tfe_run_trigger',
  'tfe_variable',
  'tfe_variable_set',
  'tfe_workspace_variable_set',
  'tfe_project_variable_set',
  'tfe_team',
  'tfe_team_access',
  'tfe_team_project_access',
  'tfe_policy',
  'tfe_sentinel_policy',
  'tfe_policy_set',
  'tfe_workspace_policy_set',
  'tfe_project_policy_set',
  'tfe_workspace_policy_set_exclusion',
  'tfe_project_policy_set_exclusion',
  'tfe_organization_run_task',
  'tfe_organization_run_task_global_settings',
  'tfe_workspace_run_task',
  'tfe_outputs',
];

/** Types that belong to an organization, by an argument of their own or by their provider's. */
export const TIED_TO_ORGANIZATION = [
  'tfe_project',
  'tfe_workspace',
  'tfe_workspace_ids',
  'tfe_variable_set',
  'tfe_team',
  'tfe_policy_set',
  'tfe_organization_run_task',
] as const;

/** Types without any effect on what a layout holds: not on runs, nor on variables, access or state. */
const WITHOUT_EFFECT = [
  'tfe_admin_organization_settings',
  'tfe_agent_pool',
  'tfe_agent_pool_allowed_projects',
  'tfe_agent_pool_allowed_workspaces',
  'tfe_agent_pool_excluded_workspaces',
  'tfe_agent_token',
  'tfe_audit_trail_token',
  'tfe_aws_oidc_configuration',
  'tfe_azure_oidc_configuration',
  'tfe_data_retention_policy',
  'tfe_gcp_oidc_configuration',
  'tfe_github_app_installation',
  'tfe_hyok_configuration',
  'tfe_hyok_customer_key_version',
  'tfe_hyok_encrypted_data_key',
  'tfe_ip_ranges',
  'tfe_no_code_module',
  'tfe_notification_configuration',
  'tfe_oauth_client',
  'tfe_opa_version',
  'tfe_organization_members',
  'tfe_organization_membership',
  'tfe_organization_module_sharing',
  'tfe_organization_tags',
  'tfe_organization_token',
  'tfe_organizations',
  'tfe_policy_set_parameter',
  'tfe_project_notification_configuration',
  'tfe_project_oauth_client',
  'tfe_projects',
  'tfe_registry_gpg_key',
  'tfe_registry_gpg_keys',
  'tfe_registry_module',
  'tfe_registry_provider',
  'tfe_registry_providers',
  'tfe_saml_settings',
  'tfe_scim_settings',
  'tfe_sentinel_version',
  'tfe_slug',
  'tfe_ssh_key',
  'tfe_stack',
  'tfe_stack_variable_set',
  'tfe_team_member',
  'tfe_team_members',
  'tfe_team_notification_configuration',
  'tfe_team_organization_member',
  'tfe_team_organization_members',
  'tfe_team_token',
  'tfe_teams',
  'tfe_terraform_version',
  'tfe_test_variable',
  'tfe_users',
  'tfe_variables',
  'tfe_vault_oidc_configuration',
  'tfe_workspace_run',
  'tfe_workspaces',
];

/** Types whose effect a layout cannot hold, with what it holds instead. */
const WITHOUT_PLACE: Readonly<Record<string, string>> = {
  tfe_tag_policy_set: 'a layout has no tags, so no workspace gets the policies of this set by its tag',
  tfe_tag_policy_set_exclusion: 'a layout has no tags, so no workspace is excluded from this set by its tag',
};

/** Reports types of the tfe provider that nothing here knows, or that a layout has no place for; other providers' types are not our business. */
export function reportUnknownTypes(configuration: Configuration, report: ReportHclProblem): void {
  for (const [type, place] of configuration.types) {
    if (!type.startsWith('tfe_') || READ_TYPES.includes(type) || WITHOUT_EFFECT.includes(type)) continue;
    const instead = WITHOUT_PLACE[type];
    if (instead !== undefined) {
      report(place, instead, 'ignored');
      continue;
    }
    const near = nearest(type, READ_TYPES);
    report(
      place,
      `${type} is not known here${near === null ? '' : `, did you mean ${near}?`}; it is left out`,
      'unknown',
    );
  }
}
