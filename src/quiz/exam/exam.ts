import type { Answer } from '#model/quiz/answer.ts';
import type { ExamData, ItemRef } from '#model/quiz/session.ts';
import type { Assembled, Blueprint } from './assemble.ts';
import { SCORING_VERSION } from '../scoring/formulas.ts';

/** Extra time, as a factor of the blueprint's minutes; 0 is no clock at all. */
export const EXTRA_TIME = [1, 1.25, 1.5, 2, 0] as const;
export type ExtraTime = (typeof EXTRA_TIME)[number];

/** The line that this app draws; no pass mark is published. */
export const PASS_LINE = 0.75;

/** An exam at its start; its clock begins with `now`, milliseconds since 1970. */
export function startExam(
  blueprint: Blueprint,
  assembled: Pick<Assembled, 'short' | 'relaxed'>,
  items: readonly ItemRef[],
  given: { seed: number; contentVersion: string; now: number; extra: ExtraTime },
): ExamData {
  const minutes = given.extra === 0 ? null : blueprint.minutes * given.extra;
  return {
    blueprint: blueprint.id,
    blueprintVersion: blueprint.version,
    title: blueprint.title,
    seed: given.seed,
    contentVersion: given.contentVersion,
    scoring: SCORING_VERSION,
    minutes,
    startedAt: given.now,
    endsAt: minutes === null ? null : given.now + minutes * 60_000,
    items: [...items],
    short: assembled.short,
    relaxed: [...assembled.relaxed],
    at: 0,
    view: 'item',
    answers: {},
    flags: [],
    ms: items.map(() => 0),
    submittedAt: null,
    expired: false,
  };
}

export type ExamMove =
  | { type: 'answer'; answer: Answer }
  | { type: 'flag' }
  | { type: 'go'; to: number }
  | { type: 'next' }
  | { type: 'previous' }
  | { type: 'review' }
  /** Milliseconds that passed in front of the item that is shown. */
  | { type: 'spend'; ms: number }
  | { type: 'submit'; now: number };

/** What a move makes of an exam; one that is submitted no longer moves. */
export function moveExam(exam: ExamData, move: ExamMove): ExamData {
  if (exam.submittedAt !== null) return exam;
  const last = exam.items.length - 1;
  switch (move.type) {
    case 'answer':
      return { ...exam, answers: { ...exam.answers, [exam.at]: move.answer } };
    case 'flag': {
      const flags = exam.flags.includes(exam.at)
        ? exam.flags.filter((i) => i !== exam.at)
        : [...exam.flags, exam.at].sort((a, b) => a - b);
      return { ...exam, flags };
    }
    case 'go':
      return { ...exam, at: Math.min(last, Math.max(0, move.to)), view: 'item' };
    case 'next':
      // After the last item comes the review screen: answering it never submits.
      return exam.at === last ? { ...exam, view: 'review' } : { ...exam, at: exam.at + 1, view: 'item' };
    case 'previous':
      return { ...exam, at: Math.max(0, exam.at - 1), view: 'item' };
    case 'review':
      return { ...exam, view: 'review' };
    case 'spend':
      return { ...exam, ms: exam.ms.map((ms, i) => (i === exam.at ? ms + Math.max(0, move.ms) : ms)) };
    case 'submit': {
      const expired = exam.endsAt !== null && move.now >= exam.endsAt;
      return { ...exam, submittedAt: expired ? exam.endsAt : move.now, expired };
    }
  }
}

/** Milliseconds left, null without a clock. */
export const timeLeft = (exam: ExamData, now: number): number | null =>
  exam.endsAt === null ? null : Math.max(0, exam.endsAt - now);

/** Minutes left at which it is said, politely. */
export const WARNINGS = [5, 1] as const;

/** The smallest warning that has been reached, or null. */
export function warningAt(exam: ExamData, now: number): (typeof WARNINGS)[number] | null {
  const left = timeLeft(exam, now);
  if (left === null || left === 0) return null;
  return WARNINGS.findLast((minutes) => left <= minutes * 60_000) ?? null;
}
