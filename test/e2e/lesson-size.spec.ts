import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './fixtures.ts';
import { BUDGETS } from '../budget/budget.ts';
import { atOnce, inlineBytes, madeBy, type PageScripts, pageScripts } from '../support/pageScripts.ts';

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

test('with its figures and check questions in view it has loaded at most 90 KB, without what reads or keeps inputs', () => {
  const scriptsOf = (page: string) => pageScripts(page);
  const { files } = scriptsOf('lessons/run-triggers');
  expect(files.size).toBeGreaterThan(pageScripts('lessons/run-triggers', madeBy('Figure')).files.size);
  expect(tooHeavy(BUDGETS.lesson.seen, scriptsOf)).toEqual([]);
  for (const code of files.values()) {
    expect(code).not.toContain('_zod');
    expect(code).not.toContain('indexedDB');
  }
});

test('the simulator comes with the first play, and a figure that is played keeps its limit', () => {
  const played = (page: string) => pageScripts(page, madeBy('Figure'), ['runner']);
  const inView = pageScripts('lessons/run-triggers', madeBy('Figure'));
  expect(played('lessons/run-triggers').total).toBeGreaterThan(inView.total + 10_000);
  expect(tooHeavy(BUDGETS.lesson.played, played)).toEqual([]);
});
