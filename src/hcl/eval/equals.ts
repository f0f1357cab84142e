import { isTypedMap, valueTypeOf } from './valueType.ts';
import {
  ID_MARK,
  isList,
  isMap,
  Lookup,
  SetValue,
  TypedList,
  Unknown,
  unknownIn,
  type Value,
} from './value.ts';

/**
 * Whether two values are equal, as `==` says it: values of two types never are, so a list of texts is not `[]`. What is
 * unknown inside matters only where everything else is equal.
 */
export function equals(a: Value, b: Value): boolean | Unknown {
  if (a === null || b === null) {
    const other = a ?? b;
    return other instanceof Unknown && other.start === null ? other : other === null;
  }
  if (a instanceof Unknown || b instanceof Unknown) return withUnknown(a, b);
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b);
  if (a instanceof Lookup || b instanceof Lookup)
    return a instanceof Lookup && b instanceof Lookup && a.name === b.name;
  if (a instanceof SetValue || b instanceof SetValue)
    return a instanceof SetValue && b instanceof SetValue && fits(a, b) && sameSet(a, b);
  if (isList(a) || isList(b))
    return (
      isList(a) &&
      isList(b) &&
      a instanceof TypedList === b instanceof TypedList &&
      fits(a, b) &&
      a.length === b.length &&
      all(a.map((item, i) => equals(item, b[i] ?? null)))
    );
  if (isMap(a) || isMap(b))
    return (
      isMap(a) &&
      isMap(b) &&
      isTypedMap(a) === isTypedMap(b) &&
      fits(a, b) &&
      a.size === b.size &&
      [...a.keys()].every((key) => b.has(key)) &&
      all([...a].map(([key, item]) => equals(item, b.get(key) ?? null)))
    );
  return a === b;
}

/** Whether the types are the same, as far as nothing in them is unknown. */
const fits = (a: Value, b: Value): boolean =>
  valueTypeOf(a) === valueTypeOf(b) || unknownIn(a) !== null || unknownIn(b) !== null;

function all(parts: readonly (boolean | Unknown)[]): boolean | Unknown {
  if (parts.includes(false)) return false;
  return parts.find((part) => part instanceof Unknown) ?? true;
}

function sameSet(a: SetValue, b: SetValue): boolean | Unknown {
  const open = unknownIn(a) ?? unknownIn(b);
  if (open !== null) return open;
  return (
    a.items.length === b.items.length &&
    a.items.every((item) => b.items.some((o) => equals(item, o) === true))
  );
}

/** Of a text with something unknown in it, the beginning may be known. */
function withUnknown(a: Value, b: Value): boolean | Unknown {
  const [open, other] = a instanceof Unknown ? [a, b] : [b, a];
  if (!(open instanceof Unknown)) return false;
  if (open.start === null || other instanceof Unknown) return open;
  return typeof other === 'string' && (other.startsWith(open.start) || other.includes(ID_MARK))
    ? open
    : false;
}

function sameText(a: string, b: string): boolean | Unknown {
  if (a === b) return true;
  const [openA, openB] = [a.indexOf(ID_MARK), b.indexOf(ID_MARK)];
  if (openA < 0 && openB < 0) return false;
  // Ids of two resources of these files differ; an id that was looked up may be one of them.
  if (isOwnId(a) && isOwnId(b)) return false;
  const [startA, startB] = [openA < 0 ? a : a.slice(0, openA), openB < 0 ? b : b.slice(0, openB)];
  const shorter = Math.min(startA.length, startB.length);
  if (startA.slice(0, shorter) !== startB.slice(0, shorter)) return false;
  if ((openA < 0 && startA.length < startB.length) || (openB < 0 && startB.length < startA.length))
    return false;
  return new Unknown('it holds an id that only the platform knows');
}

const isOwnId = (text: string): boolean =>
  text.startsWith(ID_MARK) && !text.startsWith(`${ID_MARK} `) && text.lastIndexOf(ID_MARK) === 0;
