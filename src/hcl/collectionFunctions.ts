import { any, bool, list, many, map, number, one, texts, three, two } from './argument.ts';
import type { Fn } from './functions.ts';
import {
  elements,
  identity,
  isList,
  isMap,
  keysOf,
  SetValue,
  toText,
  Unknown,
  unknownIn,
  type Value,
  wrong,
} from './value.ts';

const at = (items: readonly Value[], i: number): Value => items[i] ?? null;

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) =>
    isList(item) ? flatten(item) : item instanceof SetValue ? flatten(item.items) : [item],
  );
}

function product(lists: readonly (readonly Value[])[]): Value[][] {
  return lists.reduce<Value[][]>(
    (so, items) => so.flatMap((head) => items.map((item) => [...head, item])),
    [[]],
  );
}

/** With something unknown inside, whether an element is there, or is there twice, cannot be told. */
const known = (items: readonly Value[], run: () => Value): Value => unknownIn(items) ?? run();

const sum = (numbers: readonly Value[], take: (all: number[]) => number): Value => {
  const all: number[] = [];
  for (const item of numbers) {
    if (typeof item !== 'number')
      return item instanceof Unknown ? item : wrong('the argument is not all numbers');
    all.push(item);
  }
  return all.length === 0 ? wrong('there is nothing to choose from') : take(all);
};

const sets = (run: (all: readonly (readonly Value[])[]) => readonly Value[]): Fn =>
  many(list, (all) => known(all, () => new SetValue(run(all))), 1);
const holds = (items: readonly Value[], value: Value): boolean =>
  items.some((item) => identity(item) === identity(value));

function transpose(given: ReadonlyMap<string, Value>): Value {
  const made = new Map<string, Value[]>();
  for (const key of keysOf(given)) {
    const items = elements(given.get(key) ?? null);
    if (items instanceof Unknown) return items;
    for (const item of items) {
      const name = toText(item);
      if (name instanceof Unknown) return name;
      made.set(name, [...(made.get(name) ?? []), key]);
    }
  }
  return made;
}

/** Functions on lists, sets and maps. */
export const COLLECTION_FUNCTIONS: Readonly<Record<string, Fn>> = {
  toset: one(list, (items) => new SetValue(items)),
  tolist: one(list, (items) => items),
  tomap: one(map, (given) => given),
  length: one(any, (value) => {
    if (typeof value === 'string') return [...value].length;
    if (isMap(value)) return value.size;
    const items = elements(value);
    return items instanceof Unknown ? items : items.length;
  }),
  keys: one(map, keysOf),
  values: one(map, (given) => keysOf(given).map((key) => given.get(key) ?? null)),
  lookup: {
    least: 2,
    most: 3,
    run: ([given = null, key = null, fallback]) => {
      const name = toText(key);
      if (name instanceof Unknown) return name;
      if (!isMap(given)) return wrong('the first argument is not a map');
      return given.get(name) ?? fallback ?? wrong(`there is no key ${JSON.stringify(name)} and no default`);
    },
  },
  merge: many(any, (all) => {
    const made = new Map<string, Value>();
    for (const given of all) {
      if (given === null) continue;
      if (!isMap(given)) return wrong('an argument is not a map');
      for (const [key, value] of given) made.set(key, value);
    }
    return made;
  }),
  concat: many(list, (all) => all.flat(), 1),
  flatten: one(list, (items) => flatten(items)),
  distinct: one(list, (items) => known(items, () => new SetValue(items).items)),
  compact: one(list, (items) => items.filter((item) => item !== null && item !== '')),
  reverse: one(list, (items) => items.toReversed()),
  sort: one(texts, (items) => items.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))),
  element: two(list, number, (items, i) =>
    items.length === 0 || i < 0 ? wrong('there is no such element') : at(items, Math.trunc(i) % items.length),
  ),
  index: two(list, any, (items, value) =>
    known(items, () => {
      const i = items.findIndex((item) => identity(item) === identity(value));
      return i < 0 ? wrong('the value is not in the list') : i;
    }),
  ),
  slice: three(list, number, number, (items, from, to) =>
    from < 0 || to > items.length || from > to
      ? wrong('the indexes are out of range')
      : items.slice(from, to),
  ),
  contains: two(list, any, (items, value) => holds(items, value) || (unknownIn(items) ?? false)),
  one: one(list, (items) => (items.length > 1 ? wrong('there is more than one element') : at(items, 0))),
  chunklist: two(list, number, (items, size) => {
    if (size < 1) return wrong('the size is not positive');
    return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
      items.slice(i * size, (i + 1) * size),
    );
  }),
  zipmap: two(texts, list, (names, items) =>
    names.length === items.length
      ? new Map(names.map((name, i) => [name, at(items, i)]))
      : wrong('the lists differ in length'),
  ),
  setproduct: many(
    list,
    (all) => {
      const size = all.reduce((so, items) => so * items.length, 1);
      return size > 10_000 ? new Unknown('setproduct gives more than 10000 elements') : product(all);
    },
    1,
  ),
  setunion: sets((all) => all.flat()),
  setintersection: sets(([first = [], ...rest]) =>
    first.filter((item) => rest.every((other) => holds(other, item))),
  ),
  setsubtract: two(list, list, (a, b) =>
    known([a, b], () => new SetValue(a.filter((item) => !holds(b, item)))),
  ),
  range: many(
    number,
    ([a = 0, b, step]) => {
      const [from, to] = b === undefined ? [0, a] : [a, b];
      const by = step ?? (to < from ? -1 : 1);
      if (by === 0) return wrong('the step is 0');
      const count = Math.max(0, Math.ceil((to - from) / by));
      return count > 1024
        ? wrong('more than 1024 numbers')
        : Array.from({ length: count }, (_, i) => from + i * by);
    },
    1,
  ),
  coalesce: many(
    any,
    (all) => all.find((item) => item !== null && item !== '') ?? wrong('all are null or empty'),
    1,
  ),
  coalescelist: many(list, (all) => all.find((items) => items.length > 0) ?? wrong('all are empty'), 1),
  transpose: one(map, transpose),
  alltrue: one(list, (items) => known(items, () => items.every((item) => item === true || item === 'true'))),
  anytrue: one(list, (items) => known(items, () => items.some((item) => item === true || item === 'true'))),
  max: many(any, (all) => sum(all, (n) => Math.max(...n)), 1),
  min: many(any, (all) => sum(all, (n) => Math.min(...n)), 1),
  sum: one(list, (items) => sum(items, (n) => n.reduce((a, b) => a + b, 0))),
  tostring: one(any, (value) => (value === null ? null : toText(value))),
  tonumber: one(any, (value) => (value === null ? null : number(value))),
  tobool: one(any, (value) => (value === null ? null : bool(value))),
  matchkeys: three(list, list, list, (items, names, wanted) =>
    known([items, names, wanted], () => items.filter((_, i) => holds(wanted, at(names, i)))),
  ),
  sensitive: one(any, (value) => value),
  nonsensitive: one(any, (value) => value),
  ephemeralasnull: one(any, (value) => value),
};
