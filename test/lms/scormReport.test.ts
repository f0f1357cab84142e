import { describe, expect, it } from 'vitest';
import type { AnswerEntry, Entry } from '#model/quiz/entry.ts';
import { duration, elementsOf, scormInteraction, reportOf } from '#lms/scormReport.ts';

const LESSONS = ['one', 'two', 'three'];
const read = (lesson: string, mark: 'read' | 'unread' = 'read'): Entry => ({
  kind: 'lesson',
  id: `${lesson}-${mark}`,
  at: 1,
  lesson,
  mark,
});
const exam = (right: number, asked = 40): Entry => ({
  kind: 'exam',
  id: `exam-${right}-${asked}`,
  at: 2,
  session: 's',
  blueprint: 'b',
  version: 1,
  asked,
  right,
  day: 1,
  scoring: 1,
});
const answer: AnswerEntry = {
  kind: 'answer',
  id: 'a1',
  at: Date.UTC(2026, 10, 24, 19, 5, 9, 870),
  day: 1,
  card: null,
  rating: 'good',
  strict: true,
  partial: [1, 1],
  certainty: null,
  ms: 61_234,
  mode: 'practice',
  item: 'which-run',
  seed: 7,
  contentVersion: '',
  scoring: 1,
  objective: null,
  topic: null,
  rules: [],
  beliefs: [],
  session: null,
};

describe('what a learning system is told', () => {
  it('is nothing attempted where only settings were changed', () => {
    const setting: Entry = { kind: 'setting', id: 's', at: 1, key: 'k', value: 1 };
    expect(reportOf([setting], LESSONS)).toEqual({
      completion: 'not attempted',
      progress: 0,
      success: 'unknown',
      score: null,
    });
  });

  it('is complete with every lesson read and an exam submitted, and not before', () => {
    const lessons = LESSONS.map((id) => read(id));
    expect(reportOf(lessons, LESSONS)).toMatchObject({ completion: 'incomplete', progress: 0.75 });
    expect(reportOf([...lessons, exam(10)], LESSONS)).toMatchObject({ completion: 'completed', progress: 1 });
    const taken = [...lessons, read('two', 'unread'), exam(10)];
    expect(reportOf(taken, LESSONS)).toMatchObject({ completion: 'incomplete', progress: 0.75 });
  });

  it('counts no lesson that the course does not have', () => {
    expect(reportOf([read('gone')], LESSONS)).toMatchObject({ completion: 'incomplete', progress: 0 });
  });

  it('is passed by the best exam from the line on', () => {
    expect(reportOf([exam(29)], LESSONS)).toMatchObject({
      success: 'failed',
      score: { right: 29, asked: 40 },
    });
    expect(reportOf([exam(30), exam(12)], LESSONS)).toMatchObject({
      success: 'passed',
      score: { right: 30, asked: 40 },
    });
    expect(reportOf([exam(8, 10), exam(30)], LESSONS).score).toEqual({ right: 8, asked: 10 });
  });

  it('says no score before the first exam', () => {
    const names = elementsOf(reportOf([read('one')], LESSONS)).map(([name]) => name);
    expect(names).toEqual(['cmi.completion_status', 'cmi.progress_measure', 'cmi.success_status']);
  });

  it('rounds what the format rounds', () => {
    expect(elementsOf(reportOf([read('one'), exam(2, 3)], ['one', 'two']))).toEqual([
      ['cmi.completion_status', 'incomplete'],
      ['cmi.progress_measure', '0.6666667'],
      ['cmi.success_status', 'failed'],
      ['cmi.score.scaled', '0.6666667'],
      ['cmi.score.raw', '2'],
      ['cmi.score.min', '0'],
      ['cmi.score.max', '3'],
    ]);
  });

  it('names an answer by its id first, in hundredths of a second of UTC', () => {
    expect(scormInteraction(answer, 4)).toEqual([
      ['cmi.interactions.4.id', 'urn:runchain:answer:a1'],
      ['cmi.interactions.4.type', 'other'],
      ['cmi.interactions.4.timestamp', '2026-11-24T19:05:09.87Z'],
      ['cmi.interactions.4.result', 'correct'],
      ['cmi.interactions.4.description', 'Which workspaces get a run? Board 7'],
      ['cmi.interactions.4.latency', 'PT0H1M1.23S'],
    ]);
    const unsure = { ...answer, strict: false, ms: null, seed: null };
    expect(scormInteraction(unsure, 0).slice(3)).toEqual([
      ['cmi.interactions.0.result', 'incorrect'],
      ['cmi.interactions.0.description', 'which-run'],
    ]);
  });

  it.each([
    [0, 'PT0H0M0S'],
    [59_999, 'PT0H1M0S'],
    [3_600_000 + 62_500, 'PT1H1M2.5S'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
