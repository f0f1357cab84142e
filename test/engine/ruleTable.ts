import { describe, expect, it } from 'vitest';
import type { Observer } from '#engine/rule.ts';
import { RULES } from '#engine/rules/index.ts';
import type { Layout } from '#model/layout.ts';
import { type Plain, run } from '../shorthand.ts';

interface Row {
  title: string;
  given: Layout;
  actions: readonly (string | Plain)[];
  /** The whole result, as `summaryOf` prints it. */
  gives: readonly string[];
  /** What was held on the way, by run, as `holds` prints it. */
  holds?: Readonly<Record<string, string>>;
}

interface StopRow extends Row {
  /** The workspaces and runs that the first stop names. */
  evidence: readonly string[];
  says: string;
}

interface Asked {
  evidence: string[];
  says: string;
}

/** Simulates and notes each time the rule stopped something. */
function play(id: string, row: Row) {
  const stops: Asked[] = [];
  let asked = 0;
  const observer: Observer = {
    asked: (_point, context, rules, stop) => {
      if (rules.some((rule) => rule.id === id)) asked++;
      if (stop?.rule.id !== id) return;
      const { workspaces, runs } = stop.evidence;
      stops.push({
        evidence: [...workspaces.map((w) => w.replace(/^acme\//, '')), ...runs],
        says: stop.rule.says(context),
      });
    },
    waives: () => false,
  };
  return { outcome: run(row.given, row.actions, observer), stops, asked };
}

/**
 * The table of one rule. A stop must be this rule's own, name its fact, rest on the given evidence and have the effect
 * that the rule states; the whole result is compared, so that nothing else may change.
 */
export function ruleTable(id: string, rows: { stops: readonly StopRow[]; passes: readonly Row[] }): void {
  const rule = RULES.find((known) => known.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const { fact, effect } = rule;

  describe(`${fact}: ${id}`, () => {
    it.each(rows.stops.map((row) => [row.title, row] as const))('%s', (_title, row) => {
      const { outcome, stops } = play(id, row);
      expect(outcome.summary).toEqual(row.gives);
      for (const [of, held] of Object.entries(row.holds ?? {})) expect(outcome.holds(of)).toBe(held);
      expect(stops[0]).toEqual({ evidence: row.evidence, says: row.says });
      const { runs, not_queued, rejections, stale } = outcome.result;
      switch (effect) {
        case 'reject': {
          const refused = rejections.find((r) => r.rule === fact && r.message === row.says);
          expect(refused).toBeDefined();
          if (refused === undefined || refused.action === null) break;
          const without = run(row.given, row.actions.toSpliced(refused.action, 1)).result;
          expect({ runs, not_queued, stale }).toEqual({
            runs: without.runs,
            not_queued: without.not_queued,
            stale: without.stale,
          });
          break;
        }
        case 'skip':
          expect(not_queued.filter((n) => n.rule === fact && n.message === row.says)).not.toEqual([]);
          break;
        case 'hold':
          expect(
            outcome.log.some(
              (e) => e.kind === 'hold' && e.rule === fact && e.waiting_for === (rule.waitingFor ?? null),
            ),
          ).toBe(true);
          break;
        case 'error':
          expect(runs.some((r) => r.status === 'errored' && r.rule === fact)).toBe(true);
          break;
        case 'finish':
          expect(runs.some((r) => r.rule === fact && r.waiting_for === null)).toBe(true);
          break;
        case 'advise':
          throw new Error('the engine has no advice');
      }
    });

    it.each(rows.passes.map((row) => [row.title, row] as const))('%s', (_title, row) => {
      const { outcome, stops, asked } = play(id, row);
      expect(outcome.summary).toEqual(row.gives);
      for (const [of, held] of Object.entries(row.holds ?? {})) expect(outcome.holds(of)).toBe(held);
      expect(stops).toEqual([]);
      expect(asked).toBeGreaterThan(0);
    });
  });
}
