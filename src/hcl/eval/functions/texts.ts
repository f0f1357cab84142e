import { many, numberArgument, one, textArgument, texts, three, two, whole, type Fn } from './argument.ts';
import { format } from './format.ts';
import { fromData, toJson } from '../plainData.ts';
import { typedList } from '../valueType.ts';
import { elements, toText, Unknown, type Value, wrong } from '../value.ts';

/** Removes characters of `set` from the ends. */
function trim(value: string, set: string, ends: 'both' | 'start' | 'end'): string {
  const characters = [...value];
  const drop = new Set(set);
  let [from, to] = [0, characters.length];
  if (ends !== 'end') while (from < to && drop.has(characters[from] ?? '')) from++;
  if (ends !== 'start') while (to > from && drop.has(characters[to - 1] ?? '')) to--;
  return characters.slice(from, to).join('');
}

/** The pattern between slashes, or null where the text is to be taken as it is. */
function pattern(value: string, flags: string, text: string): RegExp | null | Unknown {
  if (value.length < 3 || !value.startsWith('/') || !value.endsWith('/')) return null;
  return expression(value.slice(1, -1), flags, text);
}

/**
 * Terraform's engine takes the same time for every pattern, this one tries again and again: what could try too often is
 * not computed.
 */
function expression(source: string, flags: string, value: string): RegExp | Unknown {
  const repeats = source.match(/[*+?{]/g)?.length ?? 0;
  if (/\)[*+{]/.test(source) || source.length > 200 || value.length ** repeats > 1e7)
    return new Unknown('the regular expression could take too long to be computed here');
  try {
    return new RegExp(source.replaceAll('(?P<', '(?<'), flags);
  } catch {
    return new Unknown(`the regular expression ${JSON.stringify(source)} is not computed here`);
  }
}

function replace(value: string, old: string, by: string): Value {
  const found = pattern(old, 'gu', value);
  if (found instanceof Unknown) return found;
  return found === null
    ? value.replaceAll(old, () => by)
    : value.replace(found, by.replace(/\$\{(\w+)\}/g, '$<$1>'));
}

function matches(source: string, value: string): RegExpExecArray[] | Unknown {
  const found = expression(source, 'gu', value);
  if (found instanceof Unknown) return found;
  return [...value.matchAll(found)];
}

function captured(match: RegExpExecArray): Value {
  if (match.groups !== undefined) return fromData({ ...match.groups });
  return match.length === 1 ? match[0] : match.slice(1).map((group) => group ?? null);
}

const title = (value: string): string =>
  value.replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (word) => word.toUpperCase());

/** Functions on texts and numbers. */
export const TEXT_FUNCTIONS: Readonly<Record<string, Fn>> = {
  lower: one(textArgument, (value) => value.toLowerCase()),
  upper: one(textArgument, (value) => value.toUpperCase()),
  title: one(textArgument, title),
  trimspace: one(whole, (value) => value.trim()),
  trim: two(textArgument, textArgument, (value, set) => trim(value, set, 'both')),
  trimprefix: two(textArgument, textArgument, (value, end) =>
    value.startsWith(end) ? value.slice(end.length) : value,
  ),
  trimsuffix: two(textArgument, textArgument, (value, end) =>
    end !== '' && value.endsWith(end) ? value.slice(0, -end.length) : value,
  ),
  chomp: one(whole, (value) => value.replace(/(\r?\n)+$/, '')),
  replace: three(textArgument, textArgument, textArgument, replace),
  split: two(whole, whole, (by, value) => typedList(by === '' ? [...value] : value.split(by))),
  join: many(
    (value) => value,
    ([by = null, ...lists]) => {
      const separator = toText(by);
      if (separator instanceof Unknown) return separator;
      const all: string[] = [];
      for (const given of lists) {
        const items = texts(given);
        if (items instanceof Unknown) return items;
        all.push(...items);
      }
      return all.join(separator);
    },
    2,
  ),
  format: many(
    (value) => value,
    ([form = null, ...rest]) => {
      const pattern = toText(form);
      return pattern instanceof Unknown ? pattern : format(pattern, rest);
    },
    1,
  ),
  formatlist: many(
    (value) => value,
    ([form = null, ...rest]) => {
      const pattern = toText(form);
      if (pattern instanceof Unknown) return pattern;
      const columns = rest.map((arg) => (typeof arg === 'object' && arg !== null ? elements(arg) : [arg]));
      const size = Math.max(1, ...columns.map((column) => (column instanceof Unknown ? 0 : column.length)));
      const made: Value[] = [];
      for (let i = 0; i < size; i++) {
        const row: Value[] = [];
        for (const column of columns) {
          if (column instanceof Unknown) return column;
          row.push(column[column.length === 1 ? 0 : i] ?? wrong('the lists differ in length'));
        }
        made.push(format(pattern, row));
      }
      return typedList(made);
    },
    1,
  ),
  substr: three(textArgument, numberArgument, numberArgument, (value, from, length) => {
    const all = [...value];
    const start = from < 0 ? Math.max(0, all.length + from) : from;
    return all.slice(start, length < 0 ? undefined : start + length).join('');
  }),
  startswith: two(textArgument, textArgument, (value, start) => value.startsWith(start)),
  endswith: two(textArgument, textArgument, (value, end) => value.endsWith(end)),
  strcontains: two(textArgument, textArgument, (value, inner) => value.includes(inner)),
  strrev: one(textArgument, (value) => [...value].reverse().join('')),
  indent: two(numberArgument, textArgument, (by, value) =>
    value.replaceAll('\n', `\n${' '.repeat(Math.min(Math.max(by, 0), 100))}`),
  ),
  regex: two(textArgument, textArgument, (source, value) => {
    const found = matches(source, value);
    if (found instanceof Unknown) return found;
    const [first] = found;
    return first === undefined ? wrong('nothing matches') : captured(first);
  }),
  regexall: two(textArgument, textArgument, (source, value) => {
    const found = matches(source, value);
    return found instanceof Unknown ? found : typedList(found.map(captured));
  }),
  jsonencode: one((value) => value, toJson),
  jsondecode: one(textArgument, (value) => {
    try {
      return fromData(JSON.parse(value));
    } catch {
      return wrong('the text is not JSON');
    }
  }),
  abs: one(numberArgument, Math.abs),
  ceil: one(numberArgument, Math.ceil),
  floor: one(numberArgument, Math.floor),
  signum: one(numberArgument, Math.sign),
  pow: two(numberArgument, numberArgument, (a, b) => a ** b),
  parseint: two(textArgument, numberArgument, (value, base) => {
    if (base > 36) return new Unknown(`parseint with the base ${base} is not computed here`);
    const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, Math.max(0, base));
    return new RegExp(`^[+-]?[${digits}]+$`, 'i').test(value)
      ? Number.parseInt(value, base)
      : wrong('the text is not a whole number');
  }),
  basename: one(textArgument, (value) => value.split('/').findLast((part) => part !== '') ?? ''),
  dirname: one(
    textArgument,
    (value) => value.split('/').slice(0, -1).join('/') || (value.startsWith('/') ? '/' : '.'),
  ),
};
