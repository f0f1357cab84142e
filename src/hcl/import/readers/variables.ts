import { CATEGORIES, idOf, type Variable } from '#model/layout/layout.ts';
import { ensureProject, ensureVariableSet, put } from '../layoutDraft.ts';
import { boolOf, readChoice, managed, neededText, type Reading, resourcesOf } from '../reading.ts';
import type { Resource } from '../../config/resource.ts';
import { ID_MARK, kindOf, toText, Unknown } from '../../eval/value.ts';
import { namedIn, targetsIn, workspaceIdOf, workspaceTarget } from '../target.ts';

/** `tfe_variable_set` with its attachments, and `tfe_variable`. */
export function readVariables(reading: Reading): void {
  const { draft } = reading;
  for (const resource of resourcesOf(reading, 'tfe_variable_set')) readSet(reading, resource);
  for (const resource of managed(reading, 'tfe_workspace_variable_set')) {
    const set = namedIn(reading, resource, 'variable_set_id', 'tfe_variable_set');
    const workspace = workspaceTarget(reading, resource, 'workspace_id');
    if (set !== undefined && workspace !== undefined)
      ensureVariableSet(draft, set.organization, set.name, set.place).workspaces.push(workspace);
  }
  for (const resource of managed(reading, 'tfe_project_variable_set')) {
    const set = namedIn(reading, resource, 'variable_set_id', 'tfe_variable_set');
    const project = namedIn(reading, resource, 'project_id', 'tfe_project');
    if (set !== undefined && project !== undefined)
      ensureVariableSet(draft, set.organization, set.name, set.place).projects.push(project.name);
  }
  for (const resource of managed(reading, 'tfe_variable')) {
    const holder = variablesOf(reading, resource);
    const variable = variableOf(reading, resource);
    if (holder !== undefined && variable !== undefined) put(draft, holder, variable, resource.place);
  }
}

function readSet(reading: Reading, resource: Resource): void {
  const { draft } = reading;
  const name = reading.names.of(resource);
  const organization = reading.organizations.of(resource);
  if (name === null) return;
  const known = draft.layout.variable_sets.some((s) => s.name === name && s.organization === organization);
  if (known && resource.mode === 'managed')
    return reading.report(
      resource.place,
      `variable set ${JSON.stringify(name)} exists already in ${organization}`,
      'mistake',
    );
  const set = ensureVariableSet(draft, organization, name, resource.place);
  if (resource.mode === 'data') return;
  set.global = boolOf(reading, resource, 'global', false);
  set.priority = boolOf(reading, resource, 'priority', false);
  if (resource.has('parent_project_id')) {
    const project = namedIn(reading, resource, 'parent_project_id', 'tfe_project');
    if (project !== undefined) {
      set.project = project.name;
      ensureProject(draft, project.organization, project.name, project.place);
    }
  }
  for (const target of targetsIn(reading, resource, 'workspace_ids', ['tfe_workspace'])) {
    const workspace = workspaceIdOf(reading, target, resource.placeOf('workspace_ids'));
    if (workspace !== undefined) set.workspaces.push(workspace);
  }
}

function variablesOf(reading: Reading, resource: Resource): Variable[] | undefined {
  const { draft, report } = reading;
  const inSet = resource.has('variable_set_id');
  const inWorkspace = resource.has('workspace_id') || resource.has('workspace_external_id');
  if (inSet && inWorkspace) {
    report(resource.place, 'must have either workspace_id or variable_set_id, not both', 'mistake');
    return undefined;
  }
  if (inSet) {
    const set = namedIn(reading, resource, 'variable_set_id', 'tfe_variable_set');
    return set && ensureVariableSet(draft, set.organization, set.name, set.place).variables;
  }
  const id = workspaceTarget(reading, resource, 'workspace_id', 'workspace_external_id');
  return draft.layout.workspaces.find((workspace) => idOf(workspace) === id)?.variables;
}

/** A variable whose value is not known is still there: others may be beaten by it. */
function variableValue(reading: Reading, resource: Resource, sensitive: boolean): string {
  const value = resource.value('value');
  // A sensitive one is shown to nobody, so there is nothing to miss.
  if (value === null && resource.has('value_wo') && !sensitive)
    reading.report(
      resource.placeOf('value_wo'),
      'a write-only value is kept by the platform alone, so the value is left empty',
      'ignored',
    );
  const text = value === null ? '' : toText(value);
  const reason = text instanceof Unknown ? text.reason : 'it holds an id that only the platform knows';
  const kind = text instanceof Unknown ? kindOf(text) : 'unknown';
  if (typeof text === 'string' && !text.includes(ID_MARK)) return text;
  reading.report(resource.placeOf('value'), `value cannot be known, and is left empty: ${reason}`, kind);
  return '';
}

function variableOf(reading: Reading, resource: Resource): Variable | undefined {
  const key = neededText(reading, resource, 'key');
  const category = readChoice(reading, resource, 'category', CATEGORIES);
  if (!resource.has('category'))
    reading.report(resource.place, 'category is missing, must be terraform or env', 'mistake');
  if (key === undefined || category === undefined) return undefined;
  const sensitive = boolOf(reading, resource, 'sensitive', false);
  return {
    key,
    value: variableValue(reading, resource, sensitive),
    category,
    sensitive,
    hcl: boolOf(reading, resource, 'hcl', false),
  };
}
