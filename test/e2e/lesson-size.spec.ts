import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { BUDGETS } from '../budget/budget.ts';
import { atOnce, inlineBytes, madeBy, type PageScripts, pageScripts } from '../pageScripts.ts';

const LESSONS = readdirSync(new URL('../../dist/lessons/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `lessons/${name}`);

/** Pages whose scripts together are heavier than allowed, each with what it loads. */
const tooHeavy = (limit: number, scriptsOf: (page: string) => PageScripts) =>
  LESSONS.map((page) => ({ page, ...scriptsOf(page) }))
    .filter(({ total }) => total > limit)
    .map(({ page, total, sizes }) => `${page}: ${total} of ${limit} bytes: ${JSON.stringify(sizes)}`);

test('a lesson runs at most 12 KB of JavaScript before a figure or a question comes into view', () => {
  expect(LESSONS.length).toBeGreaterThan(20);
  const { first } = BUDGETS.lesson;
  const heavy = tooHeavy(first, (page) => {
    const scripts = pageScripts(page, atOnce);
    return { ...scripts, total: scripts.total + inlineBytes(page) };
  });
  expect(heavy).toEqual([]);
});

test('with its figures in view it has loaded at most 90 KB, and no parser of inputs', () => {
  const scriptsOf = (page: string) => pageScripts(page, madeBy('Figure'));
  expect(scriptsOf('lessons/run-triggers').files.size).toBeGreaterThan(3);
  expect(tooHeavy(BUDGETS.figures.seen, scriptsOf)).toEqual([]);
  for (const code of scriptsOf('lessons/run-triggers').files.values()) expect(code).not.toContain('_zod');
});

test('with its check questions in view too it keeps their limit; the log of answers comes with the first answer', () => {
  const scriptsOf = (page: string) => pageScripts(page);
  expect(scriptsOf('lessons/run-triggers').files.size).toBeGreaterThan(
    pageScripts('lessons/run-triggers', madeBy('Figure')).files.size,
  );
  expect(tooHeavy(BUDGETS.lesson.seen, scriptsOf)).toEqual([]);
  for (const code of scriptsOf('lessons/run-triggers').files.values()) {
    expect(code).not.toContain('_zod');
    expect(code).not.toContain('indexedDB');
  }
});
