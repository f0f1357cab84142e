import { describe, expect, it } from 'vitest';
import { applyEdits } from '#model/edits/index.ts';
import { play } from '#engine/levels/grade.ts';
import type { Level } from '#model/level/level.ts';
import { LEVELS } from '../support/levels.ts';

/** Words of the brief that are joined by hyphens and name nothing on the board. */
const ENGLISH =
  /^(auto-(?:apply|applied|applies)|plan-only|refresh-only|read-only|run-(?:trigger|triggers|tasks?)|(?:soft|hard)-mandatory|(?:pre|post)-(?:plan|apply)|allow-empty-apply|remote-state|project-(?:scoped|owned|wide)|workspace-scoped|organization-(?:owned|wide)|on-call|half-finished|so-called|no-change|twenty-first)$/;

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Every name that a board has, whatever it is the name of. */
function namesOn(value: unknown): Set<string> {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node === 'string') for (const part of node.split('/')) names.add(part);
    else if (Array.isArray(node)) node.forEach(walk);
    else if (node !== null && typeof node === 'object')
      for (const [key, inner] of Object.entries(node)) {
        names.add(key);
        walk(inner);
      }
  };
  walk(value);
  return names;
}

/** How often a level can be seen to go: as it begins, as it is solved, and with each of its mistakes, in every probe. */
const playsOf = ({ layout, probes, solution, mistakes }: Level) =>
  probes.flatMap((probe) =>
    [{ edits: [], actions: [] }, solution, ...mistakes].map(
      ({ edits, actions }) => play(applyEdits(layout, edits), probe, actions)?.simulation,
    ),
  );

/** Workspaces that a change in one reaches by triggers or reads, in any number of steps. */
function below(source: string, { layout: { workspaces, run_triggers } }: Level): Set<string> {
  const edges = [
    ...run_triggers.map(({ sourceable, workspace }) => [sourceable, workspace] as const),
    ...workspaces.flatMap((w) => w.reads.map((r) => [r.workspace, `${w.organization}/${w.name}`] as const)),
  ];
  const reached = new Set<string>();
  const walk = (id: string): void => {
    for (const [from, to] of edges)
      if (from === id && !reached.has(to)) {
        reached.add(to);
        walk(to);
      }
  };
  walk(source);
  return reached;
}

const numberOf = (word: string): number => NUMBERS.indexOf(word.toLowerCase());

/** What a brief says that is not so on the board, of what can be looked up there. */
function untrue(text: string, level: Level): string[] {
  const { layout, palette, probes } = level;
  const names = namesOn({ layout, palette, probes });
  const plays = playsOf(level).filter((simulation) => simulation !== undefined);
  const wrong: string[] = [];
  for (const [word] of text.matchAll(/\b[a-z]+(?:-[a-z0-9]+)+\b/g))
    if (!names.has(word) && !ENGLISH.test(word)) wrong.push(`nothing is called ${word}`);
  for (const [whole, word = '', rest = ''] of text.matchAll(/\b(\w+) workspaces\b([^.]*)/gi)) {
    const n = numberOf(word);
    if (n > 1 && n > layout.workspaces.length) wrong.push(`${whole}: there are ${layout.workspaces.length}`);
    const counts = layout.workspaces.map((w) => below(`${w.organization}/${w.name}`, level).size);
    if (n > 1 && /^ (?:depend on|hang below|follow)\b/.test(rest) && !counts.includes(n))
      wrong.push(`${whole}: ${counts.join(', ')} depend on one`);
  }
  const start = plays[0]?.result;
  for (const [whole, word = '', what] of text.matchAll(/\b(\w+) (attempts|runs)\s+are in\s+the\s+log/gi)) {
    const there = what === 'runs' ? start?.runs.length : start?.rejections.length;
    if (there !== numberOf(word)) wrong.push(`${whole}: there are ${there}`);
  }
  const instants = new Set([
    ...JSON.stringify({ palette, probes })
      .matchAll(/"at":(\d+)/g)
      .map(([, at]) => Number(at)),
    ...plays.flatMap(({ result }) => result.runs.flatMap((run) => run.statuses.map(({ at }) => at))),
  ]);
  for (const [, second] of text.matchAll(/\bsecond (\d+)\b/g))
    if (!instants.has(Number(second))) wrong.push(`nothing happens at second ${second}`);
  return wrong;
}

describe('the brief of each level', () => {
  it.each(LEVELS.map((level) => [level.id, level] as const))('%s is true of its own board', (_, level) => {
    expect(untrue([level.story, ...level.facts].join('\n'), level)).toEqual([]);
  });

  it.each([
    ['34-the-night-shift', 'Somebody changed org-network, six workspaces hang below it.'],
    ['41-moving-the-arrow', 'Four attempts are in the log, all of them refused.'],
    ['41-moving-the-arrow', 'app is locked until second 251.'],
    ['01-first-spark', 'old-network feeds app.'],
  ])('%s would not be: %s', (id, text) => {
    const level = LEVELS.find((one) => one.id === id);
    expect(level === undefined ? [] : untrue(text, level)).toHaveLength(1);
  });
});
