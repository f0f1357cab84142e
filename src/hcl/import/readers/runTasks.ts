import { idOf, type RunTask, TASK_LEVELS, TASK_STAGES, type Workspace } from '#model/layout/layout.ts';
import { put } from '../layoutDraft.ts';
import { boolOf, readChoice, managed, type Reading } from '../reading.ts';
import type { Fields, Resource } from '../../config/resource.ts';
import { namedIn, workspaceTarget } from '../target.ts';
import { elements, kindOf, toText, Unknown } from '../../eval/value.ts';

const TASK = 'tfe_organization_run_task';

/** Run tasks of workspaces, and those that run in every workspace of an organization. */
export function readRunTasks(reading: Reading): void {
  const { workspaces } = reading.draft.layout;
  const disabled = disabledTasks(reading);
  for (const resource of managed(reading, 'tfe_workspace_run_task')) {
    const id = workspaceTarget(reading, resource, 'workspace_id');
    const task = namedIn(reading, resource, 'task_id', TASK);
    const workspace = workspaces.find((candidate) => idOf(candidate) === id);
    if (workspace !== undefined && task !== undefined && !disabled.has(idOf(task)))
      attach(reading, resource, workspace, task.name);
  }
  for (const resource of managed(reading, `${TASK}_global_settings`)) {
    const task = namedIn(reading, resource, 'task_id', TASK);
    if (task === undefined || !boolOf(reading, resource, 'enabled', true) || disabled.has(idOf(task)))
      continue;
    for (const workspace of workspaces)
      if (workspace.organization === task.organization) attach(reading, resource, workspace, task.name);
  }
}

/** A task that is switched off runs nowhere, whatever it is attached to. */
function disabledTasks(reading: Reading): ReadonlySet<string> {
  const off = new Set<string>();
  for (const resource of managed(reading, TASK)) {
    const name = reading.names.of(resource);
    if (name === null || boolOf(reading, resource, 'enabled', true)) continue;
    off.add(idOf({ organization: reading.organizations.of(resource), name }));
    reading.report(
      resource.placeOf('enabled'),
      `the run task ${name} is switched off, so it is in no workspace of the layout`,
      'ignored',
    );
  }
  return off;
}

/** A layout has one stage for each name, so a task of several stages becomes several, named after them. */
function attach(reading: Reading, resource: Resource, workspace: Workspace, name: string): void {
  const level = readChoice(reading, resource, 'enforcement_level', TASK_LEVELS);
  if (!resource.has('enforcement_level'))
    reading.report(resource.place, 'enforcement_level is missing', 'mistake');
  if (level === undefined) return;
  const stages = stagesOf(reading, resource);
  if (stages.length > 1)
    reading.report(
      resource.place,
      `the run task ${name} runs in ${stages.length} stages and a layout has one for each name, so it is there ${stages.length} times, with the stage behind its name`,
      'ignored',
    );
  for (const stage of stages) {
    const taken = workspace.run_tasks.some((task) => task.name === name);
    const task: RunTask = {
      name: taken ? `${name}-${stage}` : name,
      stage,
      // TSK-06: after the apply a task cannot stop anything, whatever its level says.
      enforcement_level: stage === 'post_apply' ? 'advisory' : level,
      passes: true,
    };
    put(reading.draft, workspace.run_tasks, task, resource.place);
  }
}

function stagesOf(reading: Reading, fields: Fields): RunTask['stage'][] {
  if (!fields.has('stages')) return [readChoice(reading, fields, 'stage', TASK_STAGES) ?? 'post_plan'];
  const items = elements(fields.value('stages'));
  const place = fields.placeOf('stages');
  if (items instanceof Unknown) {
    reading.report(place, `stages cannot be known: ${items.reason}`, kindOf(items));
    return [];
  }
  return items.flatMap((item) => {
    const text = toText(item);
    const stage = TASK_STAGES.find((known) => known === text);
    if (stage === undefined)
      reading.report(
        place,
        `stages must be among ${TASK_STAGES.join(', ')}${text instanceof Unknown ? `: ${text.reason}` : ''}`,
        text instanceof Unknown ? kindOf(text) : 'mistake',
      );
    return stage ?? [];
  });
}

/** `cost_estimation_enabled` of an organization is a setting of each workspace in a layout. */
export function readCostEstimation(reading: Reading): void {
  for (const resource of managed(reading, 'tfe_organization')) {
    if (!boolOf(reading, resource, 'cost_estimation_enabled', false)) continue;
    const name = reading.names.of(resource);
    if (name === null) continue;
    const organization = reading.organizations.named(name, resource.place, '');
    for (const workspace of reading.draft.layout.workspaces)
      if (workspace.organization === organization) workspace.cost_estimation = true;
  }
}
