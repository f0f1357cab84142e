import * as z from 'zod/mini';
import { type Entry, settingOf } from '#model/quiz/entry.ts';
import { DEFAULT_QUEUE, type QueueSettings } from '#quiz/review/queueSettings.ts';
import { progressStore } from '../progress/progress.ts';

/** Settings of the pages of questions. Each change is an entry of the log, and the last one counts. */
export interface QuizSettings {
  /** Whether single keys (1 to 9, F, N, P, R, O, ?) do something. */
  keys: boolean;
  /** Whether certainty is asked in practice and review. */
  certainty: boolean;
  queue: QueueSettings;
}

const day = z.nullable(z.int());
const count = z.int().check(z.gte(0), z.lte(500));

export const quizSettings = (entries: readonly Entry[]): QuizSettings => ({
  keys: settingOf(entries, 'quiz.keys', z.boolean(), true),
  certainty: settingOf(entries, 'quiz.certainty', z.boolean(), true),
  queue: {
    fresh: settingOf(entries, 'review.fresh', count, DEFAULT_QUEUE.fresh),
    most: settingOf(entries, 'review.most', count, DEFAULT_QUEUE.most),
    examDay: settingOf(entries, 'review.examDay', day, DEFAULT_QUEUE.examDay),
  },
});

const KEYS = {
  keys: 'quiz.keys',
  certainty: 'quiz.certainty',
  fresh: 'review.fresh',
  most: 'review.most',
  examDay: 'review.examDay',
} as const;

export function changeSetting(name: keyof typeof KEYS, value: boolean | number | null): void {
  void progressStore.getState().append({ kind: 'setting', key: KEYS[name], value });
}
