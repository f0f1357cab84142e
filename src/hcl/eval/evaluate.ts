import { evaluateFor } from './evaluateFor.ts';
import { callFunction } from './functions/functions.ts';
import { operate } from './operate.ts';
import { noteAll, Outputs } from '../config/outputs.ts';
import type { Expression } from '../syntax/tree.ts';
import { renderTemplate } from './renderTemplate.ts';
import { branchType, typedList } from './valueType.ts';
import {
  showValue,
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

/** What names mean where an expression stands. */
export interface Scope {
  /** Names of `for` expressions, `each`, `count`, and the element of a splat. */
  local: ReadonlyMap<string, Value>;
  /** Every other first word: `var`, `local`, `data`, or a type of resource. */
  global: (name: string) => Value;
  /** How much may still be computed: files that multiply without end are not followed. */
  budget: { steps: number };
}

const ITEM = '*';

export const within = (scope: Scope, names: readonly (readonly [string, Value])[]): Scope => ({
  ...scope,
  local: new Map([...scope.local, ...names]),
});

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

function attributeOf(of: Value, name: string): Value {
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

function elementOf(of: Value, key: Value): Value {
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
