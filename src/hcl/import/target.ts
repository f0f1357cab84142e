import { quote } from '#model/parse/problem.ts';
import { BY_NAME, DEFAULT_PROJECT } from '../config/computed.ts';
import { ensureWorkspace, draftWorkspace } from './layoutDraft.ts';
import type { Position, ProblemKind } from '../syntax/position.ts';
import type { Reading } from './reading.ts';
import type { Fields, Resource } from '../config/resource.ts';
import {
  elements,
  ID_MARK,
  isMap,
  kindOf,
  Lookup,
  toText,
  Unknown,
  type Value,
  wrong,
} from '../eval/value.ts';

/** How the platform's ids start. */
const PREFIXES: Readonly<Record<string, string>> = {
  tfe_workspace: 'ws-',
  tfe_project: 'prj-',
  tfe_team: 'team-',
  tfe_variable_set: 'varset-',
  tfe_policy: 'pol-',
  tfe_policy_set: 'polset-',
  tfe_organization_run_task: 'task-',
};

/** What an id leads to: a resource, or a workspace of which only the name is known. */
export type Target = Resource | { type: 'tfe_workspace'; organization: string; name: string };

/** The resource whose id is in a field; undefined after reporting why there is none. */
export function targetIn(
  reading: Reading,
  fields: Fields,
  names: readonly string[],
  types: readonly string[],
): Target | undefined {
  const [first = ''] = names;
  const name = names.find((candidate) => fields.has(candidate));
  if (name === undefined) {
    reading.report(fields.placeOf(first), `${first} is missing, must be the id of a ${types[0]}`, 'mistake');
    return undefined;
  }
  return resolve(reading, fields.value(name), name, fields.placeOf(name), types);
}

/** As `targetOf`, for a field that is a list of ids. */
export function targetsIn(
  reading: Reading,
  fields: Fields,
  name: string,
  types: readonly string[],
): Target[] {
  const value = fields.value(name);
  if (value === null) return [];
  const place = fields.placeOf(name);
  const items = isMap(value)
    ? wrong('it is a map, write values(…) for its values')
    : value instanceof Lookup
      ? wrong(`${value.name} is a whole resource, write its id in a list: [${value.name}.id]`)
      : elements(value);
  if (items instanceof Unknown) {
    reading.report(place, `${name} cannot be known: ${items.reason}`, kindOf(items));
    return [];
  }
  return items.flatMap((item) => resolve(reading, item, name, place, types) ?? []);
}

function resolve(
  reading: Reading,
  value: Value,
  name: string,
  place: Position,
  types: readonly string[],
): Target | undefined {
  const [type = ''] = types;
  const fail = (message: string, kind: ProblemKind = 'mistake'): undefined => {
    reading.report(place, `${name} ${message}`, kind);
    return undefined;
  };
  if (value instanceof Unknown) return fail(`cannot be known: ${value.reason}`, kindOf(value));
  if (value instanceof Lookup) return fail(`must be an id, not a whole resource: write ${value.name}.id`);
  if (typeof value === 'object')
    return fail(`must be one id, not ${isMap(value) ? 'a map' : 'a list'} of them`);
  const id = toText(value);
  if (id instanceof Unknown) return fail(`must be an id: ${id.reason}`, kindOf(id));
  if (id.startsWith(BY_NAME)) {
    const end = id.lastIndexOf('/');
    const list = reading.ids.get(id.slice(BY_NAME.length, end));
    if (list !== undefined)
      return {
        type: 'tfe_workspace',
        organization: reading.organizations.of(list),
        name: id.slice(end + 1),
      };
  }
  if (id.startsWith(DEFAULT_PROJECT) && types.includes('tfe_project'))
    return fail('is the default project, for which a layout has no name, so this is left out', 'ignored');
  const found = reading.ids.get(id);
  if (found !== undefined) {
    if (types.includes(found.type)) return found;
    return fail(`must be the id of a ${type}, not of ${found.address}`);
  }
  if (id.includes(ID_MARK))
    return fail('is put together from ids, the files do not say what it leads to', 'unknown');
  if (type === 'tfe_workspace') {
    // Before ids, the provider knew a workspace as ORGANIZATION/NAME.
    const [organization = '', workspace = ''] = id.split('/');
    if (id.includes('/') && draftWorkspace(reading.draft, organization, workspace) !== undefined)
      return { type: 'tfe_workspace', organization, name: workspace };
    if (reading.draft.layout.workspaces.some((known) => known.name === id))
      return fail(`must be an id, ${quote(id)} is the name of a workspace: write .id instead of .name`);
  }
  // An id of the platform's form leads to something that was made elsewhere; any other text leads nowhere.
  const isForeign = id.startsWith(PREFIXES[type] ?? ID_MARK);
  return fail(
    `is ${quote(id)}, which is not the id of a ${type} of these files`,
    isForeign ? 'unknown' : 'mistake',
  );
}

/** The workspace that a target is, as `organization/name`. */
export function workspaceIdOf(reading: Reading, target: Target, place: Position): string | undefined {
  if (!('address' in target)) {
    ensureWorkspace(reading.draft, target.organization, target.name, place);
    return `${target.organization}/${target.name}`;
  }
  const organization = reading.organizations.of(target);
  const name = reading.names.of(target);
  if (name !== null) {
    if (target.mode === 'data') ensureWorkspace(reading.draft, organization, name, target.place);
    if (draftWorkspace(reading.draft, organization, name)) return `${organization}/${name}`;
  }
  reading.report(place, `${target.address} could not be read, so this is left out`, 'mistake');
  return undefined;
}

/** The workspace whose id is in a field, as `organization/name`. */
export function workspaceTarget(reading: Reading, fields: Fields, ...names: string[]): string | undefined {
  const target = targetIn(reading, fields, names, ['tfe_workspace']);
  return target && workspaceIdOf(reading, target, fields.place);
}

/** A named thing (project, team, set) whose id is in a field. */
export function namedIn(
  reading: Reading,
  fields: Fields,
  field: string,
  type: string,
): { organization: string; name: string; place: Position } | undefined {
  const target = targetIn(reading, fields, [field], [type]);
  if (target === undefined || !('address' in target)) return undefined;
  const organization = reading.organizations.of(target);
  const name = reading.names.of(target);
  if (name !== null) return { organization, name, place: target.place };
  reading.report(
    fields.placeOf(field),
    `${target.address} could not be read, so this is left out`,
    'mistake',
  );
  return undefined;
}
