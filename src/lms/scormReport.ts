import type { AnswerEntry, Entry } from '#model/quiz/entry.ts';
import { PASS_LINE } from '#quiz/exam/exam.ts';
import { nameOfItem } from '#quiz/generators/kit/familyTitles.ts';
import { reaches } from '#quiz/exam/report.ts';
import { marks } from '#quiz/progress/course.ts';
import { folded } from '#quiz/lib/chunkedFold.ts';

/** What a learning system is told, computed from the log of progress like everything else. */
export interface ScormReport {
  /** Complete once every lesson is marked as read and one mock exam is submitted. */
  completion: 'completed' | 'incomplete' | 'not attempted';
  /** Share of that which is done, 0 to 1. */
  progress: number;
  /** By the best mock exam and this app's own line; unknown before the first one. */
  success: 'passed' | 'failed' | 'unknown';
  /** The best mock exam, null before the first one. */
  score: { right: number; asked: number } | null;
}

/** @param lessons ids of every lesson of the course */
export function reportOf(entries: readonly Entry[], lessons: readonly string[]): ScormReport {
  const { read } = folded(entries, marks());
  const exams = entries.filter((entry) => entry.kind === 'exam' && entry.asked > 0);
  const score = exams.reduce<ScormReport['score']>((best, entry) => {
    if (entry.kind !== 'exam') return best;
    const better = best === null || entry.right * best.asked > best.right * entry.asked;
    return better ? { right: entry.right, asked: entry.asked } : best;
  }, null);
  const done = lessons.filter((id) => read.has(id)).length + (score === null ? 0 : 1);
  const all = lessons.length + 1;
  const untouched = entries.every((entry) => entry.kind === 'setting');
  return {
    completion: done === all ? 'completed' : untouched ? 'not attempted' : 'incomplete',
    progress: done / all,
    success: score === null ? 'unknown' : reaches(score, PASS_LINE) ? 'passed' : 'failed',
    score,
  };
}

/** One element of the data model of SCORM 2004 and the text that it gets. */
export type ScormElement = readonly [name: string, value: string];

const real = (value: number): string => String(Math.round(value * 1e7) / 1e7);

/** The report as elements of the data model. */
export function elementsOf({ completion, progress, success, score }: ScormReport): ScormElement[] {
  const elements: ScormElement[] = [
    ['cmi.completion_status', completion],
    ['cmi.progress_measure', real(progress)],
    ['cmi.success_status', success],
  ];
  if (score === null) return elements;
  return [
    ...elements,
    ['cmi.score.scaled', real(score.right / score.asked)],
    ['cmi.score.raw', String(score.right)],
    ['cmi.score.min', '0'],
    ['cmi.score.max', String(score.asked)],
  ];
}

/** Interactions that every system must be able to keep; later answers count in the score alone. */
export const MOST_INTERACTIONS = 250;

export const interactionId = (answer: Pick<AnswerEntry, 'id'>): string => `urn:runchain:answer:${answer.id}`;

/** One answer as the interaction with number `n`, in the order in which a system must be told. */
export function scormInteraction(answer: AnswerEntry, n: number): ScormElement[] {
  const at = `cmi.interactions.${n}`;
  const elements: ScormElement[] = [
    [`${at}.id`, interactionId(answer)],
    [`${at}.type`, 'other'],
    [`${at}.timestamp`, timestamp(answer.at)],
    [`${at}.result`, answer.strict ? 'correct' : 'incorrect'],
    [`${at}.description`, answer.seed === null ? answer.item : `${nameOfItem(answer)} Board ${answer.seed}`],
  ];
  return answer.ms === null ? elements : [...elements, [`${at}.latency`, duration(answer.ms)]];
}

/** A moment in UTC. The format allows a time zone only behind a fraction of a second, of two digits at most. */
const timestamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 22)}Z`;

/** A span of time in whole seconds and hundredths, as ISO 8601 writes it. */
export function duration(ms: number): string {
  const hundredths = Math.max(0, Math.round(ms / 10));
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `PT${hours}H${minutes}M${(hundredths % 6000) / 100}S`;
}
