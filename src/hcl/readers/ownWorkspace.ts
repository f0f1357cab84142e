import type { Workspace } from '#model/layout.ts';
import type { HclConfiguration } from '../configuration.ts';
import { ensureWorkspace } from '../draft.ts';
import { evaluate } from '../evaluate.ts';
import type { Reading } from '../reading.ts';
import type { Block } from '../syntax.ts';

/** The workspace that runs these files, where a `cloud` or `backend "remote"` block names it. */
export function ownWorkspace(reading: Reading, configuration: HclConfiguration): Workspace | undefined {
  const { terraform } = configuration.declarations;
  const inner = terraform.flatMap((block) => block.blocks);
  const home = inner.find(
    ({ type, labels }) => type === 'cloud' || (type === 'backend' && labels[0] === 'remote'),
  );
  if (home === undefined) return undefined;
  const text = (block: Block | undefined, name: string): string | undefined => {
    const value = block?.attributes.get(name)?.value;
    const known = value === undefined ? null : evaluate(value, configuration.scope);
    return typeof known === 'string' ? known : undefined;
  };
  const name = text(
    home.blocks.find(({ type }) => type === 'workspaces'),
    'name',
  );
  if (name === undefined) return undefined;
  const { organizations } = reading.draft.layout;
  const only = organizations.length === 1 ? organizations[0]?.name : undefined;
  const organization = text(home, 'organization') ?? only;
  if (organization !== undefined) return ensureWorkspace(reading.draft, organization, name, home.place);
  reading.report(
    home.place,
    `the organization of workspace ${name} is not in these files, so it is left out`,
    'unknown',
  );
  return undefined;
}
