import { idOf, OPA_LEVELS, type Policy, SENTINEL_LEVELS, type Workspace } from '#model/layout/layout.ts';
import { put } from '../layoutDraft.ts';
import { boolOf, readChoice, managed, type Reading } from '../reading.ts';
import type { Resource } from '../../config/resource.ts';
import { namedIn, targetsIn, targetIn, workspaceIdOf, workspaceTarget } from '../target.ts';

const POLICY_TYPES = ['tfe_policy', 'tfe_sentinel_policy'];
const KINDS = ['sentinel', 'opa'] as const;
/** POL-16: a third framework, in beta, which evaluates at other points of a run. */
const TERRAFORM_POLICY = 'tfpolicy';

/** Policies reach workspaces through sets. Whether one passes is not in HCL: it is read as one that does. */
export function readPolicies(reading: Reading): void {
  const sets = managed(reading, 'tfe_policy_set').map((resource) => ({
    resource,
    policies: policiesOf(reading, resource),
    scope: new Set(scopeOf(reading, resource)),
  }));
  const setIn = (attachment: Resource) => {
    const target = targetIn(reading, attachment, ['policy_set_id'], ['tfe_policy_set']);
    const set = sets.find(({ resource }) => resource === target);
    if (target !== undefined && set === undefined)
      reading.report(attachment.place, 'the policies of this set are not in the files', 'unknown');
    return set;
  };
  const { workspaces } = reading.draft.layout;
  for (const resource of managed(reading, 'tfe_workspace_policy_set')) {
    const workspace = workspaceTarget(reading, resource, 'workspace_id');
    if (workspace !== undefined) setIn(resource)?.scope.add(workspace);
  }
  const inProject = (resource: Resource): string[] => {
    const project = namedIn(reading, resource, 'project_id', 'tfe_project');
    return workspaces
      .filter((w) => w.project === project?.name && w.organization === project?.organization)
      .map(idOf);
  };
  for (const resource of managed(reading, 'tfe_project_policy_set')) {
    const set = setIn(resource);
    for (const workspace of inProject(resource)) set?.scope.add(workspace);
  }
  // Exclusions prevail, so they come after everything that attaches a set.
  for (const resource of managed(reading, 'tfe_project_policy_set_exclusion')) {
    const set = setIn(resource);
    for (const workspace of inProject(resource)) set?.scope.delete(workspace);
  }
  for (const resource of managed(reading, 'tfe_workspace_policy_set_exclusion')) {
    const workspace = workspaceTarget(reading, resource, 'workspace_id');
    if (workspace !== undefined) setIn(resource)?.scope.delete(workspace);
  }
  for (const { policies, scope } of sets)
    for (const workspace of workspaces) if (scope.has(idOf(workspace))) attach(reading, workspace, policies);
}

function attach(
  reading: Reading,
  workspace: Workspace,
  policies: readonly { policy: Policy; resource: Resource }[],
) {
  for (const { policy, resource } of policies) {
    const same = workspace.policies.find((other) => other.name === policy.name);
    // Two sets may bring the same policy.
    if (same === undefined) put(reading.draft, workspace.policies, { ...policy }, resource.place);
    else if (reading.draft.places.get(same) !== resource.place)
      reading.report(
        resource.place,
        `${idOf(workspace)} has two policies of the name ${JSON.stringify(policy.name)}`,
        'mistake',
      );
  }
}

function policiesOf(reading: Reading, set: Resource) {
  if (set.value('kind') === TERRAFORM_POLICY) {
    reading.report(
      set.placeOf('kind'),
      `a layout holds Sentinel and OPA policies only, so no workspace gets the Terraform policies of ${set.address}`,
      'ignored',
    );
    return [];
  }
  // Of a kind that cannot be known, the policies say which it is.
  const kind = set.has('kind') ? readChoice(reading, set, 'kind', KINDS) : 'sentinel';
  const elsewhere = ['slug', 'policies_path'].find((name) => set.has(name));
  if (elsewhere !== undefined || set.blocks('vcs_repo').length > 0)
    reading.report(
      set.place,
      `the policies of ${set.address} are in a repository or a folder, not in these files, so no workspace gets them`,
      'unknown',
    );
  const policies = targetsIn(reading, set, 'policy_ids', POLICY_TYPES).flatMap((target) => {
    if (!('address' in target)) return [];
    const policy = policyOf(reading, target, kind);
    return policy === undefined ? [] : [{ policy, resource: target }];
  });
  tellOverrides(
    reading,
    set,
    policies.map(({ policy }) => policy),
  );
  return policies;
}

/** POL-03: the option decides whether anyone may override; a layout has no place for it. */
function tellOverrides(reading: Reading, set: Resource, policies: readonly Policy[]): void {
  const mandatory = policies.some(({ enforcement_level }) => enforcement_level === 'mandatory');
  if (!mandatory || boolOf(reading, set, 'overridable', false)) return;
  reading.report(
    set.has('overridable') ? set.placeOf('overridable') : set.place,
    `overridable of ${set.address} is not on, so nobody could override its mandatory policies; a layout has no place for that: there, the run waits for an override`,
    'ignored',
  );
}

/** @param setKind undefined where the files leave it open */
function policyOf(
  reading: Reading,
  resource: Resource,
  setKind: (typeof KINDS)[number] | undefined,
): Policy | undefined {
  const name = reading.names.of(resource);
  if (name === null) return undefined;
  const kind = readChoice(reading, resource, 'kind', KINDS) ?? 'sentinel';
  if (setKind !== undefined && kind !== setKind) {
    reading.report(
      resource.place,
      `${resource.address} is of kind ${kind}, its policy set of kind ${setKind}`,
      'mistake',
    );
    return undefined;
  }
  if (kind === 'opa') {
    const enforcement_level = readChoice(reading, resource, 'enforce_mode', OPA_LEVELS) ?? 'advisory';
    return { name, kind, enforcement_level, passes: true };
  }
  const enforcement_level =
    readChoice(reading, resource, 'enforce_mode', SENTINEL_LEVELS) ?? 'soft-mandatory';
  return { name, kind, enforcement_level, passes: true };
}

function scopeOf(reading: Reading, set: Resource): string[] {
  if (boolOf(reading, set, 'global', false)) {
    const organization = reading.organizations.of(set);
    return reading.draft.layout.workspaces.filter((w) => w.organization === organization).map(idOf);
  }
  return targetsIn(reading, set, 'workspace_ids', ['tfe_workspace']).flatMap(
    (target) => workspaceIdOf(reading, target, set.placeOf('workspace_ids')) ?? [],
  );
}
