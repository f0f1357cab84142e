import { evaluate, type Scope, within } from './evaluate.ts';
import { Outputs } from '../config/outputs.ts';
import type { ForExpression } from '../syntax/tree.ts';
import { elements, isMap, keysOf, toBool, toText, Unknown, type Value, wrong } from './value.ts';

/** `[for …]` and `{for …}`, with `if` and `...`. */
export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const over = evaluate(expression.over, scope);
  if (over instanceof Outputs) return over.all(expression.over.place);
  const pairs = pairsOf(over);
  if (pairs instanceof Unknown) return pairs;
  const list: Value[] = [];
  const map = new Map<string, Value>();
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const names: [string, Value][] = [[expression.valueName, value]];
    if (expression.keyName !== null) names.push([expression.keyName, key]);
    const inner = within(scope, names);
    if (expression.condition !== null) {
      const wanted = toBool(evaluate(expression.condition, inner));
      if (wanted instanceof Unknown) return wanted;
      if (!wanted) continue;
    }
    const made = evaluate(expression.value, inner);
    if (expression.key === null) {
      list.push(made);
      continue;
    }
    const name = toText(evaluate(expression.key, inner));
    if (name instanceof Unknown) return name;
    if (expression.group) groups.set(name, [...(groups.get(name) ?? []), made]);
    else if (map.has(name)) return wrong(`two elements give the key ${JSON.stringify(name)}`);
    else map.set(name, made);
  }
  if (expression.key === null) return list;
  return expression.group ? groups : map;
}

/** What a `for` goes through: keys and values of a map, indexes and elements of a list, elements twice of a set. */
export function pairsOf(over: Value): [Value, Value][] | Unknown {
  if (isMap(over)) return keysOf(over).map((key) => [key, over.get(key) ?? null]);
  const items = elements(over);
  if (items instanceof Unknown) return items;
  return items.map((item, i) => [Array.isArray(over) ? i : item, item]);
}
