import type { Resource } from './resource.ts';
import { elements, ID_MARK, toText, Unknown, type Value } from '../eval/value.ts';

/** Before the id of a workspace that is known by name only: the id of its `tfe_workspace_ids`, a slash, the name. */
export const BY_NAME = `${ID_MARK} workspace `;

/** Before the id of a resource, for the name of it where the files do not say that. */
export const NAME_OF = `${ID_MARK} name of `;

/** Before the id of an organization's default project, which a layout does not name. */
export const DEFAULT_PROJECT = `${ID_MARK} default project `;

/** An attribute of a resource as others see it: what is written, or what the platform would give it. */
export function computed(resource: Resource, name: string): Value {
  if (resource.type === 'tfe_organization' && name === 'id') return computed(resource, 'name');
  if (name === 'id' || (name === 'external_id' && resource.type === 'tfe_workspace')) return resource.id;
  if (resource.type === 'tfe_organization' && name === 'default_project_id' && !resource.has(name))
    return `${DEFAULT_PROJECT}${resource.address}`;
  if (name === 'name' && resource.type.startsWith('tfe_')) return nameOf(resource);
  if (resource.has(name)) return resource.value(name);
  if (name === 'organization' && resource.type.startsWith('tfe_')) {
    const organization = resource.providerOrganization();
    return organization ?? new Unknown('the organization of the provider is not in the files');
  }
  if (resource.type === 'tfe_workspace_ids') {
    if (name === 'ids' || name === 'external_ids')
      return idsByName(resource, (item) => `${BY_NAME}${resource.id}/${item}`);
    if (name === 'full_names') {
      const organization = toText(computed(resource, 'organization'));
      if (organization instanceof Unknown) return organization;
      return idsByName(resource, (item) => `${organization}/${item}`);
    }
  }
  if (resource.blocks(name).length > 0)
    return new Unknown(`the blocks ${name} of ${resource.address} are not followed`);
  return new Unknown(`${resource.address}.${name} is not in the files`);
}

/** A name that the files do not say still leads to its resource. */
function nameOf(resource: Resource): Value {
  const name = resource.value('name');
  const text = toText(name ?? '');
  const isOpen = text instanceof Unknown ? !text.wrong : text.includes(ID_MARK);
  return isOpen ? `${NAME_OF}${resource.id}` : name;
}

function idsByName(resource: Resource, idOf: (name: string) => string): Value {
  const open = ['tag_names', 'tag_filters', 'exclude_tags'].find((name) => resource.has(name));
  if (open !== undefined || resource.blocks('tag_filters').length > 0)
    return new Unknown(`${resource.address} looks workspaces up by tag, the files do not say which have it`);
  const names = elements(resource.value('names'));
  if (names instanceof Unknown) return names;
  const made = new Map<string, Value>();
  for (const item of names) {
    const name = toText(item);
    if (name instanceof Unknown) return name;
    if (name.includes('*'))
      return new Unknown(`${resource.address} looks workspaces up by the pattern ${name}`);
    made.set(name, idOf(name));
  }
  return made;
}
