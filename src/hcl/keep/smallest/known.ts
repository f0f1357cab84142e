import type { Node } from 'web-tree-sitter';
import { BY_NAME } from '../../config/computed.ts';
import { configure, type HclConfiguration } from '../../config/configuration.ts';
import { type Declaration, declarationsOf } from '../../config/declarations.ts';
import type { HclParser } from '../../syntax/hclParser.ts';
import type { Ids, Resource } from '../../config/resource.ts';
import { READ_TYPES } from '../../config/resourceTypes.ts';
import type { HclFile } from '../../syntax/tree.ts';
import { ID_MARK, isList, toText, Unknown, type Value } from '../../eval/value.ts';
import { type ParsedSources, sourcesOf } from './sources.ts';

/** One resource of a text: a block, or one of those that a block with `for_each` or `count` makes. */
export interface Instance {
  type: string;
  mode: 'managed' | 'data';
  /** What it is, free of how it is called here: its type and the arguments that no other one shares. */
  identity: string;
  address: string;
  /** The key of `for_each`, the number of `count`, null where the block makes one. */
  key: string | number | null;
  block: Node;
  declaration: Declaration;
  configuration: HclConfiguration;
  resource: Resource;
}

/** Everything that a text declares. */
export interface KnownText {
  sources: ParsedSources;
  instances: readonly Instance[];
  byIdentity: ReadonlyMap<string, Instance>;
  /** A value with ids told by identity, so that it can be compared with one of another text. */
  canonical: (value: Value) => string;
}

/** The arguments that tell the resources of a type apart. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  tfe_organization: ['name'],
  tfe_organization_default_settings: ['organization'],
  tfe_workspace_settings: ['workspace_id'],
  tfe_run_trigger: ['sourceable_id', 'workspace_id'],
  tfe_variable: ['key', 'category', 'workspace_id', 'variable_set_id'],
  tfe_workspace_variable_set: ['workspace_id', 'variable_set_id'],
  tfe_project_variable_set: ['project_id', 'variable_set_id'],
  tfe_team_access: ['team_id', 'workspace_id'],
  tfe_team_project_access: ['team_id', 'project_id'],
  tfe_workspace_policy_set: ['workspace_id', 'policy_set_id'],
  tfe_project_policy_set: ['project_id', 'policy_set_id'],
  tfe_workspace_policy_set_exclusion: ['workspace_id', 'policy_set_id'],
  tfe_workspace_run_task: ['workspace_id', 'task_id'],
};

const silent = () => undefined;

/** Null where the text is not HCL. The caller frees `sources`. */
export function knownIn(parser: HclParser, text: string): KnownText | null {
  const sources = sourcesOf(parser, text);
  if (sources === null) return null;
  const groups = new Map<string, HclFile[]>();
  for (const file of sources.files) {
    const group = file.name.includes('/') ? file.name.slice(0, file.name.lastIndexOf('/')) : '';
    groups.set(group, [...(groups.get(group) ?? []), file]);
  }
  const ids: Ids = new Map();
  const found: Omit<Instance, 'identity'>[] = [];
  for (const [group, members] of groups) {
    const configuration = configure(
      declarationsOf(members, silent),
      groups.size > 1 ? group : '',
      ids,
      silent,
    );
    for (const declaration of configuration.declarations.resources.values()) {
      if (!READ_TYPES.includes(declaration.type) && declaration.type !== 'tfe_agent_pool') continue;
      const block = sources.nodeAt(declaration.block.place);
      if (block === undefined) continue;
      for (const resource of configuration.instances(declaration)) {
        const { address, type, mode } = resource;
        const key = keyIn(address.slice(declaration.address.length));
        found.push({ type, mode, address, key, block, declaration, configuration, resource });
      }
    }
  }
  const names = new Set(
    found.flatMap(({ type, resource }) => {
      const name = toText(resource.value(type === 'tfe_organization' ? 'name' : 'organization'));
      return typeof name === 'string' ? [name] : [];
    }),
  );
  const [only = ''] = names;
  const organizationOf = (resource: Resource): string => {
    const name = toText(resource.value('organization') ?? resource.providerOrganization() ?? only);
    return name instanceof Unknown ? only : name;
  };
  const identityOf = (resource: Resource): string => {
    const telling = TELLING[resource.type];
    if (telling !== undefined)
      return `${resource.type} ${telling.map((name) => canonical(resource.value(name))).join(' ')}`;
    return `${resource.type} ${JSON.stringify(organizationOf(resource))} ${canonical(resource.value('name'))}`;
  };
  const canonical = (value: Value): string => {
    if (isList(value)) return `[${value.map(canonical).join(', ')}]`;
    if (typeof value !== 'string') return value instanceof Unknown ? '?' : JSON.stringify(value);
    if (value.startsWith(BY_NAME)) {
      const [organization, name] = value.slice(BY_NAME.length).split('/');
      return `<tfe_workspace ${JSON.stringify(organization)} ${JSON.stringify(name)}>`;
    }
    const resource = value.startsWith(ID_MARK) ? ids.get(value) : undefined;
    return resource === undefined ? JSON.stringify(value) : `<${identityOf(resource)}>`;
  };
  const instances = found.map((one) => ({ ...one, identity: identityOf(one.resource) }));
  const byIdentity = new Map<string, Instance>();
  for (const one of [
    ...instances.filter((i) => i.mode === 'managed'),
    ...instances.filter((i) => i.mode === 'data'),
  ])
    if (!byIdentity.has(one.identity)) byIdentity.set(one.identity, one);
  return { sources, instances, byIdentity, canonical };
}

function keyIn(suffix: string): string | number | null {
  if (suffix === '') return null;
  try {
    const key: unknown = JSON.parse(suffix.slice(1, -1));
    return typeof key === 'string' || typeof key === 'number' ? key : null;
  } catch {
    return null;
  }
}

/** Of a workspace `organization/name`. */
export const workspaceIdentity = (id: string): string => {
  const slash = id.indexOf('/');
  return `tfe_workspace ${JSON.stringify(id.slice(0, slash))} ${JSON.stringify(id.slice(slash + 1))}`;
};
export const projectIdentity = (organization: string, name: string): string =>
  `tfe_project ${JSON.stringify(organization)} ${JSON.stringify(name)}`;
