import type { Workspace } from '#model/layout/layout.ts';
import type { HclConfiguration } from '../../config/configuration.ts';
import { ensureProject, ensureWorkspace } from '../layoutDraft.ts';
import type { Home } from '../../config/home.ts';
import type { Reading } from '../reading.ts';
import { Unknown } from '../../eval/value.ts';

const STAND_IN = 'this-configuration';

/**
 * The workspace that runs these files, where a `cloud` or `backend "remote"` block says that there is one.
 * @param needed whether it has a stand-in where the block does not say how it is called
 */
export function ownWorkspace(
  reading: Reading,
  { home }: HclConfiguration,
  needed: boolean,
): Workspace | undefined {
  if (home === null) return undefined;
  const called = nameOf(reading, home);
  if (called === null && !needed) return undefined;
  const organization = reading.organizations.named(
    home.organization,
    home.place,
    'the block of the workspace that runs these files does not name it',
  );
  const { workspaces } = reading.draft.layout;
  const name = called ?? standIn(reading, home, organization);
  const own =
    workspaces.find((w) => w.name === name && w.organization === organization) ??
    ensureWorkspace(reading.draft, organization, name, home.place);
  const project = home.project === null ? null : reading.names.read(home.project);
  if (typeof project === 'string' && own.project === null) {
    own.project = project;
    ensureProject(reading.draft, organization, project, home.place);
  }
  return own;
}

function nameOf(reading: Reading, home: Home): string | null {
  const name = home.name === null ? null : reading.names.read(home.name);
  return name instanceof Unknown ? null : name;
}

function standIn(reading: Reading, { prefix, place }: Home, organization: string): string {
  const start = prefix === null ? '' : reading.names.read(prefix);
  const wanted = `${start instanceof Unknown ? '' : start}${STAND_IN}`;
  const { workspaces } = reading.draft.layout;
  let name = wanted;
  for (let n = 2; workspaces.some((w) => w.name === name && w.organization === organization); n++)
    name = `${wanted}-${n}`;
  reading.report(
    place,
    `which workspace runs these files is not said here; it is called ${name} in the layout`,
    'unknown',
  );
  return name;
}
