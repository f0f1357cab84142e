import { describe, expect, it } from 'vitest';
import { LEVELS } from '../levels.ts';

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

describe('the brief of each level', () => {
  it.each(LEVELS.map((level) => [level.id, level] as const))('%s speaks of its own board', (_, level) => {
    const { layout, palette, probes } = level;
    const names = namesOn({ layout, palette, probes });
    const text = [level.story, ...level.facts].join('\n');
    const wrong: string[] = [];
    for (const [word] of text.matchAll(/\b[a-z]+(?:-[a-z0-9]+)+\b/g))
      if (!names.has(word) && !ENGLISH.test(word)) wrong.push(`nothing is called ${word}`);
    for (const [whole, word = ''] of text.matchAll(/\b(\w+) workspaces\b/gi)) {
      const n = NUMBERS.indexOf(word.toLowerCase());
      if (n > 1 && n > layout.workspaces.length)
        wrong.push(`${whole}: there are ${layout.workspaces.length}`);
    }
    expect(wrong).toEqual([]);
  });
});
