import type { Position } from '../syntax/position.ts';
import type { Resource } from './resource.ts';
import { isList, isMap, Lookup, SetValue, Unknown, type Value } from '../eval/value.ts';

const SOURCES = ['terraform_remote_state', 'tfe_outputs'];
const VALUES = ['outputs', 'values', 'nonsensitive_values'];

export const isSource = (type: string): boolean => SOURCES.includes(type);
export const holdsOutputs = (attribute: string): boolean => VALUES.includes(attribute);

/** Which outputs were asked for while expressions were computed. */
export interface OutputWatch {
  /** By the address of the data source. */
  read: Map<string, Set<string>>;
  /** Where all outputs of one are used at once, so that it cannot be told which. */
  all: { address: string; place: Position }[];
  /** Every place (see `placeKey`) at which outputs came up: it was computed, so it need not be guessed at. */
  seen: Set<string>;
}

export const emptyWatch = (): OutputWatch => ({ read: new Map(), all: [], seen: new Set() });

export const placeKey = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;

/** The outputs of one data source: whichever is asked for is noted, and is unknown. */
export class Outputs extends Lookup {
  readonly #address: string;
  readonly #watch: OutputWatch;
  constructor(address: string, attribute: string, watch: OutputWatch) {
    super(`${address}.${attribute}`, false, (output) => {
      watch.read.set(address, (watch.read.get(address) ?? new Set()).add(output));
      return new Unknown(`${address}.${attribute}.${output} is not in the files`);
    });
    this.#address = address;
    this.#watch = watch;
  }
  seen(place: Position): void {
    this.#watch.seen.add(placeKey(place));
  }
  /** Notes that all of them are used at once. */
  all(place: Position): Unknown {
    this.#watch.all.push({ address: this.#address, place });
    return new Unknown(`${this.name} is not in the files`);
  }
}

/** The outputs behind an attribute of a data source; null for any other attribute. */
export const outputsOf = (resource: Resource, attribute: string, watch: OutputWatch): Outputs | null =>
  resource.mode === 'data' && isSource(resource.type) && holdsOutputs(attribute)
    ? new Outputs(resource.address, attribute, watch)
    : null;

/** Notes outputs that a value has as a whole. */
export function noteAll(value: Value, place: Position): Unknown | null {
  if (value instanceof Outputs) return value.all(place);
  const inner = value instanceof SetValue ? value.items : isMap(value) ? [...value.values()] : value;
  if (!isList(inner)) return null;
  return inner.reduce<Unknown | null>((found, item) => noteAll(item, place) ?? found, null);
}
