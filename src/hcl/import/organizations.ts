import { ensureOrganization } from './layoutDraft.ts';
import type { LayoutDraft } from './layoutDraft.ts';
import type { LayoutNames } from './layoutNames.ts';
import type { Position, ReportHclProblem } from '../syntax/position.ts';
import type { Configuration, Resource } from '../config/resource.ts';
import { kindOf, type Unknown, type Value } from '../eval/value.ts';

/** How organizations are called in the layout. */
export interface Organizations {
  of: (resource: Resource) => string;
  /**
   * The organization that a value names, at a place of the files. Null and unknown values stand for the only one that
   * the files name, else for a stand-in; both are reported, once.
   * @param missing why there is none, where the value is null
   */
  named: (value: Value, place: Position, missing: string) => string;
}

const STAND_IN = 'organization';

/**
 * Finds out how every resource's organization is called. The platform does not tell upper from lower case in it, so one
 * in two spellings is one. Where the files do not say it, it is the only one that they name; where they name none, or
 * several, it goes by a stand-in.
 * @param tied types of resources that are in an organization
 */
export function organizationsOf(
  draft: LayoutDraft,
  configurations: readonly Configuration[],
  tied: readonly string[],
  names: LayoutNames,
  report: ReportHclProblem,
): Organizations {
  const known = new Set<string>();
  const declare = (name: string, place: Position): void => {
    known.add(name);
    ensureOrganization(draft, name, place);
  };
  const note = (name: string, place: Position): string => {
    if (known.has(name)) return name;
    const before = [...known].find((other) => other.toLowerCase() === name.toLowerCase());
    if (before !== undefined) return before;
    declare(name, place);
    return name;
  };
  for (const configuration of configurations)
    for (const resource of configuration.resources('tfe_organization')) {
      const name = names.of(resource);
      if (name === null) continue;
      // A layout may hold two spellings as two organizations, so that many are declared.
      if (resource.mode === 'managed') declare(name, resource.place);
      else note(name, resource.place);
    }
  for (const configuration of configurations)
    for (const type of tied)
      for (const resource of configuration.resources(type)) {
        const name = written(resource);
        if (typeof name === 'string') note(name, resource.place);
      }
  // What runs these files counts where no resource names an organization; then what they read from.
  for (const tier of ['homes', 'sources'] as const) {
    if (known.size > 0) break;
    for (const { value, place } of configurations.flatMap((configuration) => configuration[tier]())) {
      const name = value === null ? null : names.read(value);
      if (typeof name === 'string') note(name, place);
    }
  }

  function written(resource: Resource): string | Unknown | null {
    const value = resource.value('organization') ?? resource.providerOrganization();
    return value === null ? null : names.read(value);
  }

  const told = new Set<string>();
  const once = (id: string, place: Position, message: string, value: Unknown | null) => {
    if (!told.has(id)) report(place, message, value === null ? 'unknown' : kindOf(value));
    told.add(id);
  };

  function inStead(value: Unknown | null, place: Position, missing: string): string {
    const reason = value?.reason ?? missing;
    const before = [...known].filter((name) => name !== STAND_IN);
    const [only] = before;
    if (only !== undefined && before.length === 1) {
      const message = `the organization cannot be known: ${reason}; ${only}, the only one in these files, is taken`;
      once(reason, place, message, value);
      return only;
    }
    const message =
      only === undefined
        ? `the name of the organization is not in these files (${reason}); it is called ${STAND_IN} in the layout`
        : `the organization cannot be known: ${reason}; these files name ${before.join(', ')}, so it is called ${STAND_IN} in the layout`;
    once(only === undefined ? 'none' : `${place.line} ${place.file} ${reason}`, place, message, value);
    return note(STAND_IN, place);
  }

  return {
    of: (resource) => {
      const name = written(resource);
      if (typeof name === 'string') return note(name, resource.place);
      const start = configurations.find((c) => c.types.has(resource.type))?.start ?? resource.place;
      const place = resource.has('organization') ? resource.placeOf('organization') : start;
      return inStead(name, place, 'neither the resource nor its provider names it');
    },
    named: (value, place, missing) => {
      const name = value === null ? null : names.read(value);
      return typeof name === 'string' ? note(name, place) : inStead(name, place, missing);
    },
  };
}
