import { quote } from '#model/parse/problem.ts';
import type { ProblemKind } from '../syntax/position.ts';

/**
 * What an expression gives. A plain list is a tuple and a plain map an object, as brackets make them; what a type or a
 * function made a list or a map of one type is a `TypedList` or a `TypedMap`.
 */
export type Value =
  | null
  | string
  | number
  | boolean
  | readonly Value[]
  | SetValue
  | ReadonlyMap<string, Value>
  | Lookup
  | Unknown;

/** A value that the files do not say, and why. `wrong`: Terraform could not tell it either. */
export class Unknown {
  readonly reason: string;
  readonly wrong: boolean;
  /** How it starts, where it is certainly a text. */
  readonly start: string | null;
  constructor(reason: string, wrong = false, start: string | null = null) {
    this.reason = reason;
    this.wrong = wrong;
    this.start = start;
  }
}

/** A set: no element twice. */
export class SetValue {
  readonly items: readonly Value[];
  readonly type: string;
  constructor(items: readonly Value[], type: string) {
    this.type = type;
    const seen = new Set<string>();
    this.items = items.filter((item) => {
      const id = identity(item);
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
  }
}

/** A list of one type, such as `list(string)`. What is made of it in passing is a plain list. */
export class TypedList extends Array<Value> {
  static override get [Symbol.species]() {
    return Array;
  }
  readonly type: string;
  constructor(items: readonly Value[], type: string) {
    super();
    for (const item of items) this.push(item);
    this.type = type;
  }
}

/** A map of one type, such as `map(string)`, or an object whose type a variable gives. */
export class TypedMap extends Map<string, Value> {
  readonly type: string;
  constructor(entries: Iterable<readonly [string, Value]>, type: string) {
    super(entries);
    this.type = type;
  }
}

/** Something whose attributes are looked up when they are asked for: a resource, or `var`. */
export class Lookup {
  /** What it is, for messages: `tfe_workspace.app`. */
  readonly name: string;
  /** Whether this is a resource, and not a word such as `var` that only leads to something. */
  readonly whole: boolean;
  readonly get: (attribute: string) => Value;
  constructor(name: string, whole: boolean, get: (attribute: string) => Value) {
    this.name = name;
    this.whole = whole;
    this.get = get;
  }
}

export const wrong = (reason: string): Unknown => new Unknown(reason, true);

/** What kind of problem it is that a value cannot be told. */
export const kindOf = (value: Unknown): ProblemKind => (value.wrong ? 'mistake' : 'unknown');

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
export const isMap = (value: Value): value is ReadonlyMap<string, Value> => value instanceof Map;

/** How a message calls a value. */
export function showValue(value: Value): string {
  if (value instanceof Unknown) return 'an unknown value';
  if (value instanceof SetValue) return 'a set';
  if (value instanceof Lookup) return value.name;
  if (isList(value)) return 'a list';
  if (isMap(value)) return 'a map';
  return quote(typeof value === 'string' ? value.replaceAll(ID_MARK, '') : value);
}

export const holdsId = (value: Value): boolean => typeof value === 'string' && value.includes(ID_MARK);

/** The text that a value becomes where a text is needed. */
export function toText(value: Value): string | Unknown {
  if (value instanceof Unknown || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return wrong(`${showValue(value)} cannot be used as a text`);
}

export function toNumber(value: Value): number | Unknown {
  if (value instanceof Unknown || typeof value === 'number') return value;
  if (holdsId(value)) return new Unknown('it holds an id that only the platform knows');
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : wrong(`${showValue(value)} is not a number`);
}

export function toBool(value: Value): boolean | Unknown {
  if (value instanceof Unknown || typeof value === 'boolean') return value;
  if (holdsId(value)) return new Unknown('it holds an id that only the platform knows');
  if (value === 'true') return true;
  if (value === 'false') return false;
  return wrong(`${showValue(value)} is neither true nor false`);
}

/** The elements of a list, a set or a map (its values, by key). */
export function elements(value: Value): readonly Value[] | Unknown {
  if (value instanceof Unknown || isList(value)) return value;
  if (value instanceof SetValue) return sorted(value.items);
  if (isMap(value)) return keysOf(value).map((key) => value.get(key) ?? null);
  return wrong(`${showValue(value)} is not a list`);
}

/** Terraform goes through maps by key, and through sets of texts in their order. */
export const keysOf = (map: ReadonlyMap<string, Value>): string[] => [...map.keys()].sort(byText);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sorted = (items: readonly Value[]): readonly Value[] =>
  items.every((item) => typeof item === 'string') ? items.toSorted(byText) : items;

/** Whether anything in a value is unknown: then it cannot be compared or counted on. */
export const unknownIn = (value: Value): Unknown | null => firstIn(value, () => true);

/** Whether anything in a value is a mistake: Terraform would not get as far as this value. */
export const wrongIn = (value: Value): Unknown | null => firstIn(value, (found) => found.wrong);

function firstIn(value: Value, fits: (found: Unknown) => boolean): Unknown | null {
  if (value instanceof Unknown) return fits(value) ? value : null;
  const inner = value instanceof SetValue ? value.items : isMap(value) ? [...value.values()] : value;
  if (!Array.isArray(inner)) return null;
  for (const item of inner) {
    const found = firstIn(item, fits);
    if (found !== null) return found;
  }
  return null;
}

/** Two values are equal where their identities are. */
function identity(value: Value): string {
  if (value instanceof SetValue) return `{${value.items.map(identity).sort().join()}}`;
  if (value instanceof Lookup) return `<${value.name}>`;
  if (value instanceof Unknown) return '?';
  if (isList(value)) return `[${value.map(identity).join()}]`;
  if (isMap(value))
    return `{${keysOf(value)
      .map((key) => `${JSON.stringify(key)}:${identity(value.get(key) ?? null)}`)
      .join()}}`;
  return JSON.stringify(value);
}

/** Starts every id that a resource will only get when it is made, so that no text of a file is taken for one. */
export const ID_MARK = '\uFDD0\uFDD1';
