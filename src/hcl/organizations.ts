import { ensureOrganization } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Place, ProblemKind, Report } from './place.ts';
import type { Configuration, Resource } from './resource.ts';
import { kindOf, toText, Unknown } from './value.ts';

/** A resource's organization as far as the files say it. */
function writtenOrganization(resource: Resource): string | Unknown | null {
  const own = resource.value('organization');
  const value = own ?? resource.providerOrganization();
  return value === null ? null : toText(value);
}

/**
 * Finds out how every resource's organization is called. Where the files do not say it, it is the only one that they
 * name; where they name none, it goes by a stand-in. Both are reported, once.
 * @param tied types of resources that stand in an organization
 */
export function organizationsOf(
  draft: Draft,
  configurations: readonly Configuration[],
  tied: readonly string[],
  report: Report,
): (resource: Resource) => string | null {
  const known = new Set<string>();
  for (const configuration of configurations)
    for (const resource of configuration.resources('tfe_organization')) {
      const name = toText(resource.value('name'));
      if (name instanceof Unknown)
        report(resource.placeOf('name'), `name cannot be known: ${name.reason}`, kindOf(name));
      else note(name, resource.place);
    }
  for (const configuration of configurations)
    for (const type of tied)
      for (const resource of configuration.resources(type)) {
        const name = writtenOrganization(resource);
        if (typeof name === 'string') note(name, resource.place);
      }

  function note(name: string, place: Place): void {
    if (known.has(name)) return;
    known.add(name);
    ensureOrganization(draft, name, place);
  }

  const told = new Set<string>();
  const once = (id: string, place: Place, message: string, kind: ProblemKind) => {
    if (!told.has(id)) report(place, message, kind);
    told.add(id);
  };
  const [only] = known;
  return (resource) => {
    const name = writtenOrganization(resource);
    if (typeof name === 'string') return name;
    const kind = name === null ? 'unknown' : kindOf(name);
    const reason = name?.reason ?? 'neither the resource nor its provider names it';
    const start = configurations.find((c) => c.types.has(resource.type))?.start ?? resource.place;
    const place = resource.has('organization') ? resource.placeOf('organization') : start;
    if (known.size > 1) {
      once(
        `${place.line} ${place.file} ${reason}`,
        place,
        `the organization cannot be known: ${reason}; these files name ${[...known].join(', ')}`,
        kind,
      );
      return null;
    }
    if (only !== undefined) {
      once(
        reason,
        place,
        `the organization cannot be known: ${reason}; ${only}, the only one in these files, is taken`,
        kind,
      );
      return only;
    }
    const standIn = 'organization';
    once(
      'none',
      place,
      `the name of the organization is not in these files (${reason}); it is called ${standIn} in the layout`,
      kind,
    );
    ensureOrganization(draft, standIn, place);
    return standIn;
  };
}
