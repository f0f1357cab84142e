import { Unknown, type Value, wrong } from './value.ts';

/** Computes each value once, when it is first asked for; one that needs itself is unknown. */
export function lazily(): (id: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  const busy: string[] = [];
  return (id, compute) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    if (busy.includes(id)) return wrong(`${id} needs its own value`);
    // Chains of locals that are longer than any real one would use up the stack.
    if (busy.length > 200) return new Unknown(`${id} is behind too many other values`);
    busy.push(id);
    const value = compute();
    busy.pop();
    known.set(id, value);
    return value;
  };
}
