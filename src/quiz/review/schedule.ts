import type { ReviewRating } from '#model/quiz/entry.ts';
import { forgetting_curve, fsrs, type Grade, Rating } from 'ts-fsrs';

/** What is kept of a card; everything else follows from the log of answers. Days are whole days. */
export interface Memory {
  stability: number;
  difficulty: number;
  lastDay: number;
  dueDay: number;
}

const RATING: Readonly<Record<ReviewRating, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

// Without short-term steps and without fuzz: whole days in, whole days out, the same on every machine.
const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: 365,
  enable_fuzz: false,
  enable_short_term: false,
});

/** A card after a review on a day; `before` is null for a new one. */
export function review(before: Memory | null, day: number, rating: ReviewRating): Memory {
  const elapsed = before === null ? 0 : Math.max(0, day - before.lastDay);
  const memory = before === null ? null : { stability: before.stability, difficulty: before.difficulty };
  const { stability, difficulty } = scheduler.next_state(memory, elapsed, RATING[rating]);
  return { stability, difficulty, lastDay: day, dueDay: day + scheduler.next_interval(stability, elapsed) };
}

/** The chance to recall a card on a day, 0 to 1. */
export const recall = (memory: Memory, day: number): number =>
  forgetting_curve(scheduler.parameters.w, Math.max(0, day - memory.lastDay), memory.stability);
