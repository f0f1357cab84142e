import {
  any,
  boolArgument,
  listArgument,
  many,
  map,
  numberArgument,
  one,
  texts,
  three,
  two,
  type Fn,
} from './argument.ts';
import { equals } from '../equals.ts';
import { fitTogether, isTypedMap, typedList, mapOf, setOf } from '../valueType.ts';
import {
  elements,
  holdsId,
  isList,
  isMap,
  keysOf,
  SetValue,
  toBool,
  toText,
  TypedList,
  Unknown,
  unknownIn,
  type Value,
  wrong,
} from '../value.ts';

const at = (items: readonly Value[], i: number): Value => items[i] ?? null;

function flatten(items: readonly Value[]): Value[] {
  return items.flatMap((item) =>
    isList(item) ? flatten(item) : item instanceof SetValue ? flatten(itemsOf(item)) : [item],
  );
}

/** In the order in which Terraform goes through a set. */
function itemsOf(set: SetValue): readonly Value[] {
  const items = elements(set);
  return items instanceof Unknown ? [] : items;
}

function product(lists: readonly (readonly Value[])[]): Value[][] {
  return lists.reduce<Value[][]>(
    (so, items) => so.flatMap((head) => items.map((item) => [...head, item])),
    [[]],
  );
}

/** With something unknown inside, whether an element is there, or is there twice, cannot be told. */
const known = (items: readonly Value[], run: () => Value): Value => unknownIn(items) ?? run();

const ofNumbers = (numbers: readonly Value[], take: (all: number[]) => number): Value => {
  const all: number[] = [];
  for (const item of numbers) {
    const read = numberArgument(item);
    if (read instanceof Unknown) return read;
    all.push(read);
  }
  return all.length === 0 ? wrong('there is nothing to choose from') : take(all);
};

const sets = (run: (all: readonly (readonly Value[])[]) => readonly Value[]): Fn =>
  many(listArgument, (all) => known(all, () => setOf(run(all))), 1);
const holds = (items: readonly Value[], value: Value): boolean =>
  items.some((item) => equals(item, value) === true);

/** Lists of one type stay one, beside brackets they become a tuple. */
const together = (all: readonly (readonly Value[])[]): readonly Value[] =>
  all.every((items) => items instanceof TypedList) ? typedList(all.flat()) : all.flat();

/** A part of a list is of its type. */
const alike = (given: readonly Value[], made: readonly Value[]): readonly Value[] =>
  given instanceof TypedList ? new TypedList(made, given.type) : made;

/** Whether one of the elements decides, whatever is unknown about the others. */
function decided(items: readonly Value[], decisive: boolean): Value {
  const all = items.map((item) => (item === null ? false : toBool(item)));
  if (all.includes(decisive)) return decisive;
  return all.find((item) => item instanceof Unknown) ?? !decisive;
}

/** `tolist` and `toset`: null stays null. */
function converted(make: (items: readonly Value[]) => Value): (value: Value) => Value {
  return (value) => {
    const items = value === null ? null : listArgument(value);
    if (items === null || items instanceof Unknown) return items;
    return fitTogether(items) ? make(items) : wrong('the elements have no type in common');
  };
}

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
  toset: one(
    any,
    converted((items) => setOf(items)),
  ),
  tolist: one(
    any,
    converted((items) => typedList(items)),
  ),
  tomap: one(any, (given) => {
    if (given === null || isTypedMap(given)) return given;
    const entries = map(given);
    if (entries instanceof Unknown) return entries;
    return fitTogether([...entries.values()]) ? mapOf(entries) : wrong('the values have no type in common');
  }),
  length: one(any, (value) => {
    if (holdsId(value)) return new Unknown('it holds an id that only the platform knows');
    if (typeof value === 'string') return [...value].length;
    if (isMap(value)) return value.size;
    const items = elements(value);
    return items instanceof Unknown ? items : items.length;
  }),
  keys: one(map, (given) => (isTypedMap(given) ? typedList(keysOf(given)) : keysOf(given))),
  values: one(map, (given) => {
    const made = keysOf(given).map((key) => given.get(key) ?? null);
    return isTypedMap(given) ? typedList(made) : made;
  }),
  lookup: {
    least: 2,
    most: 3,
    run: ([given = null, key = null, fallback]) => {
      const name = toText(key);
      if (name instanceof Unknown) return name;
      if (!isMap(given)) return wrong('the first argument is not a map');
      if (given.has(name)) return given.get(name) ?? null;
      return fallback === undefined
        ? wrong(`there is no key ${JSON.stringify(name)} and no default`)
        : fallback;
    },
  },
  merge: many(any, (all) => {
    const made = new Map<string, Value>();
    for (const given of all) {
      if (given === null) continue;
      if (!isMap(given)) return wrong('an argument is not a map');
      for (const [key, value] of given) made.set(key, value);
    }
    return all.every((given) => given === null || isTypedMap(given)) ? mapOf(made) : made;
  }),
  concat: many(listArgument, together, 1),
  flatten: one(listArgument, (items) => flatten(items)),
  distinct: one(listArgument, (items) => known(items, () => typedList(setOf(items).items))),
  compact: one(listArgument, (items) => typedList(items.filter((item) => item !== null && item !== ''))),
  reverse: one(listArgument, (items) => alike(items, [...items].reverse())),
  sort: one(texts, (items) => typedList(items.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))),
  element: two(listArgument, numberArgument, (items, i) =>
    items.length === 0 || i < 0 ? wrong('there is no such element') : at(items, Math.trunc(i) % items.length),
  ),
  index: two(listArgument, any, (items, value) =>
    known(items, () => {
      const i = items.findIndex((item) => equals(item, value) === true);
      return i < 0 ? wrong('the value is not in the list') : i;
    }),
  ),
  slice: three(listArgument, numberArgument, numberArgument, (items, from, to) =>
    from < 0 || to > items.length || from > to
      ? wrong('the indexes are out of range')
      : alike(items, items.slice(from, to)),
  ),
  contains: two(listArgument, any, (items, value) => {
    const open = items.map((item) => equals(item, value)).find((same) => same instanceof Unknown);
    return holds(items, value) || (open ?? false);
  }),
  one: one(listArgument, (items) =>
    items.length > 1 ? wrong('there is more than one element') : at(items, 0),
  ),
  chunklist: two(listArgument, numberArgument, (items, size) => {
    if (size < 1) return wrong('the size is not positive');
    const parts = Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
      typedList(items.slice(i * size, (i + 1) * size)),
    );
    return typedList(parts);
  }),
  zipmap: two(texts, listArgument, (names, items) => {
    if (names.length !== items.length) return wrong('the lists differ in length');
    const made = new Map(names.map((name, i) => [name, at(items, i)]));
    return items instanceof TypedList ? mapOf(made) : made;
  }),
  setproduct: many(
    listArgument,
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
  setsubtract: two(listArgument, listArgument, (a, b) =>
    known([a, b], () => setOf(a.filter((item) => !holds(b, item)))),
  ),
  range: many(
    numberArgument,
    ([a = 0, b, step]) => {
      const [from, to] = b === undefined ? [0, a] : [a, b];
      const by = step ?? (to < from ? -1 : 1);
      if (by === 0) return wrong('the step is 0');
      const count = Math.max(0, Math.ceil((to - from) / by));
      return count > 1024
        ? wrong('more than 1024 numbers')
        : typedList(Array.from({ length: count }, (_, i) => from + i * by));
    },
    1,
  ),
  coalesce: many(
    any,
    (all) => all.find((item) => item !== null && item !== '') ?? wrong('all are null or empty'),
    1,
  ),
  coalescelist: many(
    listArgument,
    (all) => all.find((items) => items.length > 0) ?? wrong('all are empty'),
    1,
  ),
  transpose: one(map, transpose),
  alltrue: one(listArgument, (items) => decided(items, false)),
  anytrue: one(listArgument, (items) => decided(items, true)),
  max: many(any, (all) => ofNumbers(all, (n) => Math.max(...n)), 1),
  min: many(any, (all) => ofNumbers(all, (n) => Math.min(...n)), 1),
  sum: one(listArgument, (items) => ofNumbers(items, (n) => n.reduce((a, b) => a + b, 0))),
  tostring: one(any, (value) => (value === null ? null : toText(value))),
  tonumber: one(any, (value) => (value === null ? null : numberArgument(value))),
  tobool: one(any, (value) => (value === null ? null : boolArgument(value))),
  matchkeys: three(listArgument, listArgument, listArgument, (items, names, wanted) =>
    known([items, names, wanted], () => typedList(items.filter((_, i) => holds(wanted, at(names, i))))),
  ),
  sensitive: one(any, (value) => value),
  nonsensitive: one(any, (value) => value),
  ephemeralasnull: one(any, (value) => value),
};
