import { describe, expect, it } from 'vitest';
import { board, questionsOf, SHAPES } from '../bench/board.ts';

describe('the work of a simulation, counted in questions to its rules', () => {
  it.each(SHAPES)('AC 16: grows as the runs do: %s', (shape) => {
    const [few, many] = [questionsOf(board(shape, 100)), questionsOf(board(shape, 1_000))];
    expect(few).toBeGreaterThan(500);
    expect(many / few).toBeLessThan(10.5);
  });
});
