import { equals } from './equals.ts';
import { toBool, toNumber, Unknown, type Value, wrong } from './value.ts';

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

/** An operation on two values. The right one is computed only where it matters. */
export function operate(operator: string, left: Value, rightOf: () => Value): Value {
  if (operator === '&&' || operator === '||') {
    const [first, second] = [toBool(left), toBool(rightOf())];
    const decisive = operator === '||';
    // One side can decide although the other is not known.
    if (first === decisive || second === decisive) return decisive;
    if (first instanceof Unknown) return first;
    return second;
  }
  const right = rightOf();
  if (operator === '==' || operator === '!=') {
    const same = equals(left, right);
    return same instanceof Unknown ? same : same === (operator === '==');
  }
  const run = ARITHMETIC[operator];
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a instanceof Unknown) return a;
  if (b instanceof Unknown) return b;
  if (run === undefined) return wrong(`the operator ${operator} is not known`);
  if ((operator === '/' || operator === '%') && b === 0) return wrong('a division by zero');
  return run(a, b);
}
