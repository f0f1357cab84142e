import { idOf, type Layout } from '#model/layout/layout.ts';
import { labels } from '../labels.ts';
import { quoted } from '../../syntax/print.ts';

/** How the parts of a layout are called in its HCL. */
export interface Addresses {
  /**
   * The first line of a part that others refer to; `id` is `organization/name`, or the organization alone.
   * @param name what its label is made of, where that is not the name in the id
   */
  header: (type: string, id: string, name?: string) => string;
  /** The first line of a part that nobody refers to. */
  newHeader: (type: string, name: string, organization?: string) => string;
  organization: (name: string) => string;
  /** `tfe_workspace.app.id` for `acme/app`. */
  workspace: (id: string) => string;
  idOf: (type: string, id: string) => string;
}

export function addresses(layout: Layout): Addresses {
  const label = labels();
  const known = new Map<string, string>();
  const addressOf = (type: string, id: string, name?: string): string => {
    const found = known.get(`${type} ${id}`);
    if (found !== undefined) return found;
    const slash = id.indexOf('/');
    const made = `${type}.${label(type, name ?? id.slice(slash + 1), slash < 0 ? id : id.slice(0, slash))}`;
    known.set(`${type} ${id}`, made);
    return made;
  };
  // In the order of the layout, so that the first of two like names keeps the plain label.
  for (const workspace of layout.workspaces) addressOf('tfe_workspace', idOf(workspace));
  return {
    header: (type, id, name) => `resource "${type}" "${addressOf(type, id, name).slice(type.length + 1)}"`,
    newHeader: (type, name, organization = '') =>
      `resource "${type}" ${quoted(label(type, name, organization))}`,
    organization: (name) => `${addressOf('tfe_organization', name)}.name`,
    workspace: (id) => `${addressOf('tfe_workspace', id)}.id`,
    idOf: (type, id) => `${addressOf(type, id)}.id`,
  };
}
