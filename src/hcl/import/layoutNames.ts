import { NAME_OF } from '../config/computed.ts';
import type { Position, ReportHclProblem } from '../syntax/position.ts';
import type { Configuration, Ids, Resource } from '../config/resource.ts';
import { ID_MARK, kindOf, toText, Unknown, type Value } from '../eval/value.ts';

/** How things are called in the layout, also where the files do not say it. */
export interface LayoutNames {
  /**
   * What a resource is called. A name that cannot be known has a stand-in after the resource's address, so that what
   * refers to it stays; that is reported once. Null after it was reported that there is no name, or a wrong one.
   */
  of: (resource: Resource) => string | null;
  /** A text that may be the name of another resource; unknown where it holds what only the platform knows. */
  read: (value: Value) => string | Unknown;
  /** A stand-in for something of a type, after a resource's address; the same one each time. */
  standIn: (resource: Resource, type: string) => string;
}

const ONLY_THE_PLATFORM = 'it holds an id that only the platform knows';

export function layoutNamesOf(
  configurations: readonly Configuration[],
  ids: Ids,
  report: ReportHclProblem,
): LayoutNames {
  const found = new Map<Resource, string | null>();
  const standIns = new Map<Resource, string>();
  const taken = new Map<string, Set<string>>();

  function takenOf(type: string): Set<string> {
    const before = taken.get(type);
    if (before !== undefined) return before;
    const names = configurations
      .flatMap((configuration) => configuration.resources(type))
      .map((resource) => toText(resource.value('name') ?? ''));
    const made = new Set(names.filter((name) => typeof name === 'string'));
    taken.set(type, made);
    return made;
  }

  function read(value: Value): string | Unknown {
    const text = toText(value ?? '');
    if (text instanceof Unknown || !text.includes(ID_MARK)) return text;
    const other = text.startsWith(NAME_OF) ? ids.get(text.slice(NAME_OF.length)) : undefined;
    return (other && of(other)) ?? new Unknown(ONLY_THE_PLATFORM);
  }

  function standIn(resource: Resource, type: string): string {
    const before = standIns.get(resource);
    if (before !== undefined) return before;
    const names = takenOf(type);
    const wanted = labelOf(resource);
    let name = wanted;
    for (let n = 2; names.has(name); n++) name = `${wanted}-${n}`;
    names.add(name);
    standIns.set(resource, name);
    return name;
  }

  function of(resource: Resource): string | null {
    const before = found.get(resource);
    if (before !== undefined) return before;
    const name = nameOf(resource, resource.placeOf('name'));
    found.set(resource, name);
    return name;
  }

  function nameOf(resource: Resource, place: Position): string | null {
    const value = resource.value('name');
    if (value === null) {
      report(resource.place, 'name is missing', 'mistake');
      return null;
    }
    const name = read(value);
    if (typeof name === 'string') return name;
    if (name.wrong) {
      const what = value instanceof Unknown ? 'cannot be known' : 'must be a text';
      report(place, `name ${what}: ${name.reason}`, 'mistake');
      return null;
    }
    const called = standIn(resource, resource.type);
    report(place, `name cannot be known: ${name.reason}; it is called ${called} in the layout`, kindOf(name));
    return called;
  }

  return { of, read, standIn };
}

/** `tfe_workspace.zone["a"]` → `zone-a`. */
function labelOf({ address, type }: Resource): string {
  const label = address.slice(address.indexOf(`${type}.`) + type.length + 1);
  const plain = label.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '');
  return plain.slice(0, 80) || 'unknown';
}
