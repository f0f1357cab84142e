import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PriorityQueue } from '#engine/simulate/priorityQueue.ts';

describe('a priority queue', () => {
  it('gives the smallest key first and equal ones as they came, whatever was pushed and popped before', () => {
    // A number is pushed under that key, null pops.
    const steps = fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat(9) }, fc.constant(null)), {
      size: 'max',
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, (given) => {
        const queue = new PriorityQueue<string>();
        const sorted: { key: number; order: number; item: string }[] = [];
        for (const [i, step] of [...given, ...given.map(() => null)].entries()) {
          if (step !== null) {
            const item = `item ${i}`;
            sorted.push({ key: step, order: queue.push(step, item), item });
            sorted.sort((a, b) => a.key - b.key || a.order - b.order);
          } else expect(queue.pop()).toBe(sorted.shift()?.item);
          expect(queue.key).toBe(sorted[0]?.key ?? Number.POSITIVE_INFINITY);
          expect(queue.order).toBe(sorted[0]?.order ?? -1);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('numbers its items as they are put in', () => {
    const queue = new PriorityQueue<string>();
    expect([queue.push(5, 'a'), queue.push(3, 'b'), queue.push(5, 'c')]).toEqual([0, 1, 2]);
    expect([queue.pop(), queue.pop(), queue.pop()]).toEqual(['b', 'a', 'c']);
    expect(queue.push(1, 'd')).toBe(3);
  });

  it('gives nothing where it is empty', () => {
    expect(new PriorityQueue<string>().pop()).toBeUndefined();
  });
});
