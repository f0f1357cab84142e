import { Outputs, noteAll } from '../config/outputs.ts';
import type { Expression, ForExpression, TemplatePart } from '../syntax/tree.ts';
import { callFunction } from './functions/functions.ts';
import { attributeOf, elementOf } from './lookUp.ts';
import { operate } from './operate.ts';
import { type Scope, within } from './scope.ts';
import {
  elements,
  isList,
  isMap,
  keysOf,
  Lookup,
  SetValue,
  toBool,
  toNumber,
  toText,
  TypedList,
  Unknown,
  type Value,
  wrong,
  wrongIn,
} from './value.ts';
import { branchType, typedList } from './valueType.ts';

const ITEM = '*';

/** The value of an expression; unknown, with the reason, where the files do not say it. */
export function evaluate(expression: Expression, scope: Scope): Value {
  if (scope.budget.steps <= 0) return new Unknown('there is too much to compute');
  scope.budget.steps--;
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'template':
      return renderTemplate(expression.parts, scope);
    case 'name':
      return (
        scope.local.get(expression.name) ??
        (scope.local.has(expression.name) ? null : scope.global(expression.name))
      );
    case 'item':
      return scope.local.get(ITEM) ?? null;
    case 'attribute': {
      const value = attributeOf(evaluate(expression.of, scope), expression.name);
      if (value instanceof Outputs) value.seen(expression.place);
      return value;
    }
    case 'index': {
      const [of, key] = [evaluate(expression.of, scope), evaluate(expression.key, scope)];
      return of instanceof Outputs && key instanceof Unknown ? of.all(expression.place) : elementOf(of, key);
    }
    case 'splat': {
      const of = evaluate(expression.of, scope);
      if (of === null) return [];
      const items = of instanceof SetValue || isList(of) ? elements(of) : of instanceof Unknown ? of : [of];
      if (items instanceof Unknown) return items;
      const made = items.map((item) => evaluate(expression.each, within(scope, [[ITEM, item]])));
      return of instanceof TypedList || of instanceof SetValue ? typedList(made) : made;
    }
    case 'call':
      return call(expression, scope);
    case 'conditional': {
      const condition = toBool(evaluate(expression.condition, scope));
      if (condition instanceof Unknown) return condition;
      const [yes, no] = [evaluate(expression.yes, scope), evaluate(expression.no, scope)];
      return condition ? branchType(yes, no) : branchType(no, yes);
    }
    case 'unary': {
      const operand = evaluate(expression.operand, scope);
      const value = expression.operator === '!' ? toBool(operand) : toNumber(operand);
      if (value instanceof Unknown) return value;
      return typeof value === 'boolean' ? !value : -value;
    }
    case 'binary':
      return operate(expression.operator, evaluate(expression.left, scope), () =>
        evaluate(expression.right, scope),
      );
    case 'tuple':
      return expression.items.map((item) => evaluate(item, scope));
    case 'object': {
      const made = new Map<string, Value>();
      for (const entry of expression.entries) {
        const key = toText(evaluate(entry.key, scope));
        if (key instanceof Unknown) return key;
        made.set(key, evaluate(entry.value, scope));
      }
      return made;
    }
    case 'for':
      return evaluateFor(expression, scope);
  }
}

function call(expression: Expression & { type: 'call' }, scope: Scope): Value {
  const { name, args, expand } = expression;
  if (name === 'try') {
    let last: Value = wrong('try is called without arguments');
    for (const arg of args) {
      last = evaluate(arg, scope);
      if (wrongIn(last) === null) return last;
    }
    return last;
  }
  const values = args.map((arg) => evaluate(arg, scope));
  const [of, key] = values;
  // Of a resource, or of outputs, what is looked up is an attribute.
  if (name === 'lookup' && of instanceof Lookup && key !== undefined)
    return of instanceof Outputs && key instanceof Unknown ? of.all(expression.place) : elementOf(of, key);
  if (name === 'can') {
    const [value = null] = values;
    if (wrongIn(value) !== null) return false;
    return value instanceof Unknown ? value : true;
  }
  const result = callWith(name, values, expand);
  // What a function makes of all outputs at once cannot be told.
  return result instanceof Unknown ? (noteAll(values, expression.place) ?? result) : result;
}

function callWith(name: string, values: readonly Value[], expand: boolean): Value {
  const last = values.at(-1);
  if (!expand || last === undefined) return callFunction(name, values);
  const spread = elements(last);
  return spread instanceof Unknown ? spread : callFunction(name, [...values.slice(0, -1), ...spread]);
}

/** `[for …]` and `{for …}`, with `if` and `...`. */
function evaluateFor(expression: ForExpression, scope: Scope): Value {
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
function pairsOf(over: Value): [Value, Value][] | Unknown {
  if (isMap(over)) return keysOf(over).map((key) => [key, over.get(key) ?? null]);
  const items = elements(over);
  if (items instanceof Unknown) return items;
  return items.map((item, i) => [Array.isArray(over) ? i : item, item]);
}

/** The value of a template. If it is a single `${…}`, it is the value in it, which may be no text. */
function renderTemplate(parts: readonly TemplatePart[], scope: Scope): Value {
  const [only] = parts;
  if (parts.length === 1 && only?.type === 'value') return evaluate(only.value, scope);
  return render(parts, scope);
}

function render(parts: readonly TemplatePart[], scope: Scope): string | Unknown {
  let made = '';
  for (const part of parts) {
    const text = renderPart(part, scope);
    if (text instanceof Unknown) return new Unknown(text.reason, text.wrong, made + (text.start ?? ''));
    made += text;
  }
  return made;
}

function renderPart(part: TemplatePart, scope: Scope): string | Unknown {
  switch (part.type) {
    case 'text':
      return part.text;
    case 'value':
      return toText(evaluate(part.value, scope));
    case 'if': {
      const condition = toBool(evaluate(part.condition, scope));
      if (condition instanceof Unknown) return condition;
      return render(condition ? part.yes : part.no, scope);
    }
    case 'for': {
      const pairs = pairsOf(evaluate(part.over, scope));
      if (pairs instanceof Unknown) return pairs;
      let made = '';
      for (const [key, value] of pairs) {
        const names: [string, Value][] = [[part.valueName, value]];
        if (part.keyName !== null) names.push([part.keyName, key]);
        const text = render(part.body, within(scope, names));
        if (text instanceof Unknown) return text;
        made += text;
      }
      return made;
    }
  }
}
