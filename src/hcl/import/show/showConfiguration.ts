import { computed } from '../../config/computed.ts';
import { isRecord, recordsOf, type Shown, shownResources } from './shownResources.ts';
import { fromData } from '../../eval/plainData.ts';
import type { Position } from '../../syntax/position.ts';
import type { Configuration, Fields, Ids, Resource } from '../../config/resource.ts';
import type { LookUp } from './shownReference.ts';
import { ID_MARK, isList, type Value } from '../../eval/value.ts';

/** The resources of a state or a plan, and the address of each place; null where the JSON is something else. */
export function showConfiguration(
  json: unknown,
  file: string,
  ids: Ids,
): { configuration: Configuration; addresses: Map<Position, string> } | null {
  if (!isRecord(json)) return null;
  const values = isRecord(json['planned_values']) ? json['planned_values'] : json['values'];
  if (!isRecord(values)) return null;
  const configured = isRecord(json['configuration']) ? json['configuration'] : {};
  // What a plan reads without changing it is in the state before.
  const before = isRecord(json['prior_state']) ? json['prior_state']['values'] : undefined;
  const shown = shownResources(values, configured, json['resource_changes']);
  const known = new Set(shown.map((resource) => resource.address));
  if (isRecord(before))
    for (const resource of shownResources(before, configured))
      if (resource.mode === 'data' && !known.has(resource.address)) shown.push(resource);

  const addresses = new Map<Position, string>();
  const byAddress = new Map<string, Resource>();
  for (const item of shown) {
    const place = { file, line: 1, column: 1 };
    addresses.set(place, item.address);
    const resource = resourceOf(item, place, byAddress);
    byAddress.set(item.address, resource);
    ids.set(resource.id, resource);
  }
  for (const item of shown) lookedUp(item, byAddress, ids);
  const types = new Map([...byAddress.values()].map((resource) => [resource.type, resource.place]));
  const resources = [...byAddress.values()];
  return {
    addresses,
    configuration: {
      types,
      start: { file, line: 1, column: 1 },
      homes: () => [],
      sources: () => [],
      resources: (type) => resources.filter((resource) => resource.type === type),
    },
  };
}

/** A list of workspaces by name says what an id means, although no resource of its own does. */
function lookedUp(list: Shown, byAddress: ReadonlyMap<string, Resource>, ids: Ids): void {
  const found = list.values['ids'];
  const place = byAddress.get(list.address)?.place;
  if (list.type !== 'tfe_workspace_ids' || !isRecord(found) || place === undefined) return;
  for (const [name, id] of Object.entries(found)) {
    if (typeof id !== 'string' || ids.has(id)) continue;
    const values = { id, name, organization: list.values['organization'] };
    ids.set(id, resourceOf({ ...list, type: 'tfe_workspace', mode: 'data', values }, place, byAddress));
  }
}

function resourceOf(shown: Shown, place: Position, others: ReadonlyMap<string, Resource>): Resource {
  const { values, address } = shown;
  const id = typeof values['id'] === 'string' && values['id'] !== '' ? values['id'] : `${ID_MARK}${address}`;
  const value = (name: string): Value => {
    const data = values[name];
    // The provider stores what is not set as an empty text.
    if (data === '') return null;
    const open = openParts(data, shown.unknown[name]);
    if (data !== undefined && data !== null && open === 0) return fromData(data);
    const referred = shown.referred(name, lookUp, open);
    return Array.isArray(data) && Array.isArray(referred) ? union(fromData(data), referred) : referred;
  };
  const lookUp: LookUp = {
    attribute: (target, attribute) => {
      const found = others.get(target);
      return found === undefined ? null : computed(found, attribute);
    },
    instances: (target) => [...others.keys()].filter((known) => known.startsWith(`${target}[`)),
  };
  return {
    ...fieldsOf(values, place, value),
    mode: shown.mode,
    type: shown.type,
    address,
    id,
    settled: true,
    providerOrganization: () => shown.providerOrganization,
  };
}

/** How many parts of a list are known only after the apply: a plan has null in their place. Otherwise null. */
function openParts(data: unknown, unknown: unknown): number | null {
  if (unknown === true || data === undefined || data === null) return null;
  if (!Array.isArray(data)) return 0;
  const open = data.filter((item, i) => item === null || (Array.isArray(unknown) && unknown[i] === true));
  return open.length;
}

/** What a plan knows of a list, and what its configuration refers to beside that. */
function union(known: Value, referred: readonly Value[]): Value {
  const items: Value[] = isList(known) ? known.filter((item) => item !== null) : [];
  return [...items, ...referred.filter((item) => !items.includes(item))];
}

/** In JSON a block is a list of mappings. */
function fieldsOf(
  data: Readonly<Record<string, unknown>>,
  place: Position,
  value: (name: string) => Value,
): Fields {
  return {
    place,
    has: (name) => value(name) !== null,
    value,
    placeOf: () => place,
    blocks: (name) =>
      recordsOf(data[name]).map((inner) => fieldsOf(inner, place, (field) => fromData(inner[field]))),
  };
}
