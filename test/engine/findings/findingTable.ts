import { describe, expect, it } from 'vitest';
import { findingsOf } from '#engine/findings/findings.ts';
import type { Layout } from '#model/layout/layout.ts';

/** What `findingsOf` says of one fact, each finding as its message, its fix and its workspaces. */
export const said = (of: Layout, fact: string): string[][] =>
  findingsOf(of)
    .filter((finding) => finding.rule === fact)
    .map(({ message, fix, workspaces }) => [message, fix, workspaces.join(' ')]);

/** A title, a layout, a fact, and all that is said of it. */
export type FindingRow = [string, Layout, string, string[][]];

/** Rows that say every word of the findings of a layout; a row may hold neighbours of which nothing is said. */
export function findingTable(title: string, rows: readonly FindingRow[]): void {
  describe(title, () => {
    it.each(rows)('%s', (_, of, fact, expected) => {
      expect(said(of, fact)).toEqual(expected);
    });
  });
}
