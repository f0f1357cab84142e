import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { FACT_GROUPS } from '#model/content/fact.ts';
import { contentOf, readable } from '../support/content.ts';

/** How many facts each group has. A fact is never taken away: its id stays, and progress hangs on it. */
const COUNTS: Record<(typeof FACT_GROUPS)[number], number> = {
  RT: 38,
  FI: 32,
  Q: 10,
  LK: 7,
  CC: 7,
  EM: 11,
  AA: 20,
  RUN: 17,
  MODE: 9,
  POL: 21,
  TSK: 10,
  CE: 4,
  RS: 29,
  VS: 26,
  PM: 16,
  TK: 6,
  NT: 6,
  VCS: 5,
  HCL: 13,
  PRV: 10,
  EX: 6,
  CY: 9,
  G: 69,
  D: 43,
  V: 15,
  X: 26,
  M: 8,
};

const facts = readable(contentOf('facts').facts).flatMap(({ value }) => value);

describe('facts', () => {
  it('have unique ids', () => {
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
  });

  it.each(FACT_GROUPS)('of group %s are complete', (group) => {
    expect(facts.filter(({ id }) => id.startsWith(`${group}-`))).toHaveLength(COUNTS[group]);
  });

  it('have tables with as many cells in each row as columns', () => {
    for (const { id, table } of facts) {
      for (const row of table?.rows ?? []) expect(row, id).toHaveLength(table?.columns.length ?? 0);
    }
  });

  it('give both sides wherever the guide differs in substance', () => {
    for (const fact of facts.filter(({ id }) => /^D-[0-4]/.test(id)))
      expect(fact.differs, fact.id).not.toBeNull();
    for (const fact of facts.filter(({ id }) => id.startsWith('V-')))
      expect(fact.conflict, fact.id).not.toBeNull();
  });
});

describe('content', () => {
  it('is clean by every check', () => {
    const out = execFileSync(process.execPath, ['src/cli/lintContent.ts'], { encoding: 'utf8' });
    expect(out).toMatch(/^content is clean: \d+ facts/m);
  });
});
