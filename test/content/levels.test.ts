import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { prove } from '#engine/prove.ts';
import { parseLevel } from '#model/level.ts';
import { readText } from '#model/text.ts';

const folder = new URL('../../content/levels/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Reads a level the way the command line does, and fails with every problem it has. */
function load(name: string) {
  const data = readText(readFileSync(new URL(name, folder), 'utf8'), 'yaml or json');
  if (!data.ok) throw new Error(JSON.stringify(data.problems));
  const level = parseLevel(data.value);
  if (!level.ok) throw new Error(level.problems.map((p) => `${name}:${p.path}: ${p.message}`).join('\n'));
  return level.value;
}

describe('levels', () => {
  it.each(files)('%s: the start fails, mistakes fail by their rule, the solution passes, nothing smaller does', (name) => {
    const level = load(name);
    expect(`${level.id}.yaml`).toBe(name);
    const proof = prove(level);
    expect(proof.problems).toEqual([]);
    expect(proof.parProven).toBe(true);
  });

  it('is not empty', () => {
    expect(files.length).toBeGreaterThan(0);
  });
});
