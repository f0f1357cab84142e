import type { Resource } from './resource.ts';
import { isMap, Unknown, type Value } from '../eval/value.ts';

/** What a `terraform_remote_state` says of the workspace whose state it reads; null where it says nothing. */
export interface RemoteState {
  organization: Value;
  prefix: Value;
  /** Behind the prefix, where there is one. */
  name: Value;
}

/** Null for state that does not lie in HCP Terraform: it has no workspace in a layout. */
export function remoteStateOf(instance: Resource): RemoteState | null {
  if (!['remote', 'cloud'].some((backend) => instance.value('backend') === backend)) return null;
  const [block] = instance.blocks('config');
  const config = instance.value('config');
  if (config instanceof Unknown) return { organization: config, prefix: null, name: config };
  const part = (name: string): Value =>
    isMap(config) ? (config.get(name) ?? null) : (block?.value(name) ?? null);
  const workspaces = part('workspaces');
  const inside = (name: string): Value => {
    if (workspaces instanceof Unknown) return name === 'name' ? workspaces : null;
    return isMap(workspaces)
      ? (workspaces.get(name) ?? null)
      : (block?.blocks('workspaces')[0]?.value(name) ?? null);
  };
  const prefix = inside('prefix');
  const name = prefix === null ? inside('name') : (instance.value('workspace') ?? 'default');
  return { organization: part('organization'), prefix, name };
}
