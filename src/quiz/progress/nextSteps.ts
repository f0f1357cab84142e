import type { Catalogue } from '#model/quiz/catalogue.ts';
import { PASS_LINE } from '../exam/exam.ts';
import type { WeakRule } from './mastery.ts';
import type { OpenThing } from '../practice/openSessions.ts';
import { COVERED, type Readiness, RECENT } from './readiness.ts';

/** What a report of readiness is made of, besides the estimate itself. */
export interface Conditions {
  /** Every objective has answers enough. */
  shown: boolean;
  /** The lower end of the interval is at the line or above it. */
  line: boolean;
  rules: { asked: number; all: number; met: boolean };
  /** A mock exam of this blueprint within `RECENT` days. */
  mock: boolean;
  /** All of them. */
  onCourse: boolean;
}

/** @param lastMock the day of the last mock exam of the blueprint, null for none */
export function conditionsOf(
  estimate: Readiness,
  covered: { asked: number; all: number },
  lastMock: number | null,
  today: number,
): Conditions {
  const shown = Object.keys(estimate.missing).length === 0;
  const line = shown && estimate.interval.from >= PASS_LINE;
  const rules = { ...covered, met: covered.asked >= COVERED * covered.all };
  const mock = lastMock !== null && today - lastMock <= RECENT;
  return { shown, line, rules, mock, onCourse: line && rules.met && mock };
}

/** Objectives by what being sure of them would add to the estimate, the most first; in shares of the whole. */
export function gains(
  weights: Readonly<Record<string, number>>,
  estimate: Readiness,
): { objective: string; gain: number }[] {
  const total = Object.values(weights).reduce((a, b) => a + b, 0);
  return Object.entries(weights)
    .map(([objective, weight]) => ({
      objective,
      gain: (weight / total) * (1 - (estimate.mastery[objective]?.value ?? 0.5)),
    }))
    .sort((a, b) => b.gain - a.gain || (a.objective < b.objective ? -1 : 1));
}

/** One thing to do, with what its words and its link need. */
export type NextStep =
  /** Something that was begun, the one used last. */
  | { kind: 'open'; thing: OpenThing }
  | { kind: 'review'; due: number; fresh: number; finalPass: number | null }
  /** Answers that the estimate lacks, by objective. */
  | { kind: 'answers'; missing: Readonly<Record<string, number>>; everywhere: boolean }
  | { kind: 'unasked'; left: number }
  | { kind: 'mock'; blueprint: string }
  | { kind: 'objective'; objective: string; gain: number }
  | { kind: 'rule'; rule: string; right: number; answers: number }
  | { kind: 'lesson'; id: string; title: string }
  | { kind: 'level'; id: string; title: string }
  | { kind: 'mixed' };

export interface KnownProgress {
  blueprint: { id: string; weights: Readonly<Record<string, number>> };
  estimate: Readiness;
  conditions: Conditions;
  /** What the review asks today. */
  review: { due: number; fresh: number; finalPass: number | null };
  weakest: readonly WeakRule[];
  open: readonly OpenThing[];
  read: ReadonlySet<string>;
  passed: ReadonlySet<string>;
  /** Nothing was answered yet. */
  newcomer: boolean;
}

/** So many are named at most. */
const STEPS = 4;

/**
 * What to do next, the most useful first: what was begun and what is due, then what readiness lacks, then the weakest rule, then on
 * with the course. Never empty while there is anything to do.
 */
export function nextSteps(
  known: KnownProgress,
  catalogue: Pick<Catalogue, 'lessons' | 'levels'>,
): NextStep[] {
  const { estimate, conditions, review, blueprint, weakest } = known;
  const lesson = catalogue.lessons.find(({ id }) => !known.read.has(id));
  const level = catalogue.levels.find(({ id }) => !known.passed.has(id));
  const course: NextStep[] = [
    ...(lesson === undefined ? [] : [{ kind: 'lesson' as const, id: lesson.id, title: lesson.title }]),
    ...(level === undefined ? [] : [{ kind: 'level' as const, id: level.id, title: level.title }]),
  ];
  const begun = known.open.slice(0, 1).map((thing) => ({ kind: 'open' as const, thing }));
  if (known.newcomer) return [...begun, ...course, { kind: 'mixed' }];
  const steps: NextStep[] = [...begun];
  const { due, fresh, finalPass } = review;
  if (due > 0) steps.push({ kind: 'review', due, fresh, finalPass });
  const everywhere = Object.keys(estimate.missing).length === Object.keys(blueprint.weights).length;
  if (!conditions.shown) steps.push({ kind: 'answers', missing: estimate.missing, everywhere });
  else if (!conditions.line) {
    const most = gains(blueprint.weights, estimate)[0];
    if (most !== undefined) steps.push({ kind: 'objective', ...most });
  }
  const rule = weakest[0];
  if (rule !== undefined)
    steps.push({ kind: 'rule', rule: rule.rule, right: rule.right, answers: rule.answers });
  if (conditions.shown && !conditions.rules.met)
    steps.push({ kind: 'unasked', left: conditions.rules.all - conditions.rules.asked });
  if (conditions.shown && !conditions.mock) steps.push({ kind: 'mock', blueprint: blueprint.id });
  steps.push(...course);
  if (steps.length === 0) steps.push({ kind: 'mixed' });
  return steps.slice(0, STEPS);
}
