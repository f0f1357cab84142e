import {
  elements,
  isList,
  isMap,
  keysOf,
  Lookup,
  SetValue,
  toText,
  TypedList,
  TypedMap,
  Unknown,
  type Value,
} from './value.ts';

/** Of an empty list, or of null: the type is not known. */
const OPEN = 'dynamic';

/** The type of a value, as Terraform writes it. What is unknown, and null, has none. */
export function valueTypeOf(value: Value): string {
  if (value === null || value instanceof Unknown) return OPEN;
  if (value instanceof Lookup) return value.name;
  if (value instanceof SetValue || value instanceof TypedList || value instanceof TypedMap) return value.type;
  if (isList(value)) return `tuple([${value.map(valueTypeOf).join(', ')}])`;
  if (isMap(value))
    return `object({${keysOf(value)
      .map((key) => `${JSON.stringify(key)} = ${valueTypeOf(value.get(key) ?? null)}`)
      .join(', ')}})`;
  return { string: 'string', number: 'number', boolean: 'bool' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}

/** Makes values one type, as the elements of a list have to be; null where Terraform could not. */
function unified(
  items: readonly Value[],
  others: readonly string[] = [],
): { items: readonly Value[]; type: string } | null {
  const types = new Set([...items.map(valueTypeOf), ...others]);
  types.delete(OPEN);
  const [only] = types;
  if (only === undefined || types.size === 1) return { items, type: only ?? OPEN };
  const all = [...types];
  if (all.every((type) => ['string', 'number', 'bool'].includes(type)))
    return types.has('string')
      ? { items: items.map((item) => (item === null ? null : toText(item))), type: 'string' }
      : null;
  const isNested = [/^(?:tuple|list|set)\(/, /^(?:object|map)\(/].some((shape) =>
    all.every((type) => shape.test(type)),
  );
  return isNested ? { items, type: 'any' } : null;
}

/** The types of the elements that a list, a set or a map has, or would have. */
function elementTypes(value: Value): string[] {
  const typed = value instanceof SetValue || value instanceof TypedList || isTypedMap(value);
  if (typed) return [value.type.slice(value.type.indexOf('(') + 1, -1)];
  return (isMap(value) ? [...value.values()] : isList(value) ? value : []).map(valueTypeOf);
}

const orAsIs = (items: readonly Value[]) => unified(items) ?? { items, type: 'any' };

export function typedList(given: readonly Value[]): TypedList {
  const { items, type } = orAsIs(given);
  return new TypedList(items, `list(${type})`);
}

export function setOf(given: readonly Value[]): SetValue {
  const { items, type } = orAsIs(given);
  return new SetValue(items, `set(${type})`);
}

export function mapOf(given: ReadonlyMap<string, Value>): TypedMap {
  const keys = [...given.keys()];
  const { items, type } = orAsIs([...given.values()]);
  return new TypedMap(
    keys.map((key, i) => [key, items[i] ?? null] as const),
    `map(${type})`,
  );
}

/** Whether values can be elements of one list, set or map. */
export const fitTogether = (items: readonly Value[]): boolean => unified(items) !== null;

/**
 * The branch of a conditional that is taken, as the type that both branches have in common: `[]` beside a set is a set.
 * Where there is none, it stays as it is.
 */
export function branchType(taken: Value, other: Value): Value {
  if (taken === null || other === null || valueTypeOf(taken) === valueTypeOf(other)) return taken;
  if ([taken, other].some((value) => value instanceof Unknown || value instanceof Lookup)) return taken;
  if (isMap(taken) && isMap(other)) return mapBesides(taken, other);
  const [a, b] = [sequence(taken), sequence(other)];
  if (a !== null && b !== null) {
    const both = unified(a, [...elementTypes(taken), ...elementTypes(other)]);
    if (both === null) return taken;
    if (taken instanceof SetValue || other instanceof SetValue)
      return new SetValue(both.items, `set(${both.type})`);
    const isTuple = !(taken instanceof TypedList) && !(other instanceof TypedList);
    if (isTuple && a.length === b.length) return a.map((item, i) => branchType(item, b[i] ?? null));
    return new TypedList(both.items, `list(${both.type})`);
  }
  if (typeof taken === 'object' || typeof other === 'object') return taken;
  return typeof other === 'string' ? toText(taken) : taken;
}

function sequence(value: Value): readonly Value[] | null {
  const items = isList(value) || value instanceof SetValue ? elements(value) : null;
  return items instanceof Unknown ? null : items;
}

function mapBesides(
  taken: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const keys = [...taken.keys()];
  const isObject = !isTypedMap(taken) && !isTypedMap(other);
  if (isObject && keys.length === other.size && keys.every((key) => other.has(key)))
    return new Map(keys.map((key) => [key, branchType(taken.get(key) ?? null, other.get(key) ?? null)]));
  const both = unified([...taken.values()], [...elementTypes(taken), ...elementTypes(other)]);
  if (both === null) return taken;
  return new TypedMap(
    keys.map((key, i) => [key, both.items[i] ?? null] as const),
    `map(${both.type})`,
  );
}

export const isTypedMap = (value: Value): value is TypedMap =>
  value instanceof TypedMap && value.type.startsWith('map(');
