import { parseExam, parsePlay } from '#model/quiz/session.ts';
import { timeLeft } from '../exam/exam.ts';

const KINDS = ['practice', 'review', 'exam'] as const;
type OpenKind = (typeof KINDS)[number];

/** The kind of a session that was thrown away: only the mark is left, so that no other tab brings it back. */
export const DISCARDED = 'discarded';

/** What this needs of a session as it is kept. */
export interface KeptSession {
  id: string;
  kind: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
  data: unknown;
}

/** Something that was begun and is not over. */
export interface OpenThing {
  id: string;
  kind: OpenKind;
  title: string;
  answered: number;
  total: number;
  /** Milliseconds since 1970; null for a session that was begun before this was kept. */
  begunAt: number | null;
  usedAt: number;
  /** The clock of an exam has run out: it can only be submitted. */
  timeUp: boolean;
}

/** Every session and exam that is not over, the one used last first: the one list that all pages show. */
export const openIn = (sessions: readonly KeptSession[], now: number): OpenThing[] =>
  sessions
    .flatMap((session) => thingOf(session, now) ?? [])
    .sort((a, b) => b.usedAt - a.usedAt || (a.id < b.id ? -1 : 1));

function thingOf({ id, kind, updatedAt, data }: KeptSession, now: number): OpenThing | null {
  const known = KINDS.find((other) => other === kind);
  if (known === undefined) return null;
  if (known === 'exam') {
    const exam = parseExam(data);
    if (!exam.ok || exam.value.submittedAt !== null) return null;
    const { title, items, answers, startedAt } = exam.value;
    return {
      id,
      kind: known,
      title: `Mock exam: ${title}`,
      answered: Object.keys(answers).length,
      total: items.length,
      begunAt: startedAt,
      usedAt: updatedAt,
      timeUp: timeLeft(exam.value, now) === 0,
    };
  }
  const play = parsePlay(data);
  if (!play.ok || play.value.doneAt !== null) return null;
  const { title, steps, startedAt } = play.value;
  return {
    id,
    kind: known,
    title: title === '' ? 'Practice' : title,
    answered: steps.filter((step) => step.strict !== null).length,
    total: steps.length,
    begunAt: startedAt,
    usedAt: updatedAt,
    timeUp: false,
  };
}
