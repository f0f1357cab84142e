import {
  isList,
  isMap,
  keysOf,
  Lookup,
  showValue,
  toNumber,
  toText,
  Unknown,
  type Value,
  wrong,
} from './value.ts';

/** `of.name`. */
export function attributeOf(of: Value, name: string): Value {
  if (of instanceof Unknown) return of;
  if (of instanceof Lookup) return of.get(name);
  if (isMap(of)) {
    const [first] = of.values();
    if (!of.has(name) && first instanceof Lookup)
      return wrong(
        `${first.name.replace(/\[.*$/s, '')} has for_each, so an instance must be chosen, such as ${first.name}.${name}`,
      );
    return of.get(name) ?? (of.has(name) ? null : wrong(noKey(of, name)));
  }
  const several = isList(of) && of.some((item) => item instanceof Lookup);
  const hint = several ? ': it has count, so one of them must be chosen, such as [0]' : '';
  return wrong(`${showValue(of)} has no attribute ${name}${hint}`);
}

/** `of[key]`. */
export function elementOf(of: Value, key: Value): Value {
  if (of instanceof Unknown) return of;
  if (key instanceof Unknown) return key;
  if (of instanceof Lookup) {
    const name = toText(key);
    if (of.whole && typeof key === 'number')
      return wrong(`${of.name} has neither count nor for_each, so no instance [${key}]`);
    return name instanceof Unknown ? name : of.get(name);
  }
  if (isMap(of)) {
    const name = toText(key);
    if (name instanceof Unknown) return name;
    return of.get(name) ?? (of.has(name) ? null : wrong(noKey(of, name)));
  }
  if (!isList(of)) return wrong(`${showValue(of)} has no elements to choose from`);
  const index = toNumber(key);
  if (index instanceof Unknown) return index;
  return of[index] ?? (index in of ? null : wrong(`there is no element [${index}], there are ${of.length}`));
}

function noKey(of: ReadonlyMap<string, Value>, name: string): string {
  const [first] = of.values();
  const what = first instanceof Lookup ? 'instance' : 'key';
  const known = keysOf(of)
    .slice(0, 6)
    .map((key) => JSON.stringify(key));
  const more = of.size > known.length ? ', …' : '';
  const where = first instanceof Lookup ? ` of ${first.name.replace(/\[.*$/s, '')}` : '';
  return `there is no ${what} ${JSON.stringify(name)}${where}, ${known.length === 0 ? 'there are none' : `known are ${known.join(', ')}${more}`}`;
}
