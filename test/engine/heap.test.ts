import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Heap } from '#engine/heap.ts';

describe('a heap', () => {
  const smallest = () => new Heap<number>((a, b) => a < b);

  it('gives what comes first, whatever was pushed and popped before', () => {
    // A number is pushed, null pops.
    const steps = fc.array(fc.oneof({ weight: 2, arbitrary: fc.nat(50) }, fc.constant(null)), {
      size: 'max',
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, (given) => {
        const heap = smallest();
        const sorted: number[] = [];
        for (const step of [...given, ...given.map(() => null)]) {
          if (step !== null) {
            heap.push(step);
            sorted.push(step);
            sorted.sort((a, b) => a - b);
          } else expect(heap.pop()).toBe(sorted.shift());
          expect(heap.peek()).toBe(sorted[0]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('gives nothing where it is empty', () => {
    expect([smallest().peek(), smallest().pop()]).toEqual([undefined, undefined]);
  });
});
