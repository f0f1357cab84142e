import type { Expression } from './syntax.ts';
import { elements, isMap, SetValue, toBool, toNumber, toText, Unknown, type Value } from './value.ts';

/**
 * A variable's value as its type makes it: `optional(…)` fills in what an object leaves out, a set drops repeats, and
 * numbers become texts. What does not fit is left as it is: the value is what the files say.
 */
export function asType(value: Value, type: Expression, compute: (expression: Expression) => Value): Value {
  if (value === null || value instanceof Unknown) return value;
  if (type.type === 'name') {
    if (typeof value === 'object') return value;
    const convert = { string: toText, number: toNumber, bool: toBool }[type.name];
    const made = convert?.(value) ?? value;
    return made instanceof Unknown ? value : made;
  }
  if (type.type !== 'call') return value;
  const [inner] = type.args;
  if (inner === undefined) return value;
  const each = (item: Value) => asType(item, inner, compute);
  switch (type.name) {
    case 'set':
    case 'list': {
      const items = elements(value);
      if (items instanceof Unknown) return value;
      return type.name === 'set' ? new SetValue(items.map(each)) : items.map(each);
    }
    case 'map':
      return isMap(value) ? new Map([...value].map(([key, item]) => [key, each(item)])) : value;
    case 'optional':
      return each(value);
    case 'object':
      return isMap(value) && inner.type === 'object' ? objectOf(value, inner, compute) : value;
    default:
      return value;
  }
}

/** What the type does not name is dropped, as Terraform does. */
function objectOf(
  value: ReadonlyMap<string, Value>,
  type: Expression & { type: 'object' },
  compute: (expression: Expression) => Value,
): Value {
  const made = new Map<string, Value>();
  for (const { key, value: wanted } of type.entries) {
    const name = key.type === 'literal' ? String(key.value) : '';
    const given = value.get(name) ?? null;
    const isOptional = wanted.type === 'call' && wanted.name === 'optional';
    const fallback = isOptional ? wanted.args[1] : undefined;
    if (given !== null) made.set(name, asType(given, wanted, compute));
    else if (fallback !== undefined) made.set(name, asType(compute(fallback), wanted, compute));
    else if (isOptional || value.has(name)) made.set(name, null);
  }
  return made;
}
