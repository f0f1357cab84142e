import { describe, expect, it } from 'vitest';
import { nearestChange } from '#engine/explain/counterfactual.ts';
import { explain, type Subject, type DecisionVerdict } from '#engine/explain/explain.ts';
import type { Remedy, Observer } from '#engine/rules/rule.ts';
import { RULES, type RuleText } from '#engine/rules/index.ts';
import type { Layout } from '#model/layout/layout.ts';
import { type Outcome, type Plain, run } from '../support/shorthand.ts';

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
  /** Each condition that an explanation of the stop shows, `no` before those that did not hold. */
  shows?: readonly string[];
  /** Of the changes that the rule proposes, those that help when tried alone, with what they lead to. */
  changes?: readonly string[];
}

interface Asked {
  evidence: string[];
  says: string;
  run: string | null;
  changes: Remedy[];
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
        says: stop.rule.message(context),
        run: 'run' in context ? (context.run?.id ?? null) : null,
        changes: stop.rule.remedies?.(context) ?? [],
      });
    },
    waives: () => false,
  };
  return { outcome: run(row.given, row.actions, observer), stops, asked };
}

/** Where the result shows the first stop of a row. */
function subjectOf({ fact, effect }: RuleText, says: string, stop: Asked, { result }: Outcome): Subject {
  const same = (row: { rule: string; message: string }) => row.rule === fact && row.message === says;
  switch (effect) {
    case 'reject':
      return { kind: 'rejection', index: result.rejections.findIndex(same) };
    case 'skip':
      return { kind: 'not_queued', index: result.not_queued.findIndex(same) };
    default:
      return { kind: effect === 'hold' ? 'hold' : 'ended', run: stop.run ?? '' };
  }
}

const shown = (verdict: DecisionVerdict): string[] =>
  verdict.op === 'all' ? verdict.of.flatMap(shown) : [`${verdict.ok ? '' : 'no '}${verdict.rule}`];

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
      const [stop] = stops;
      if (stop === undefined) throw new Error(`${id} stopped nothing`);
      expect(stop).toMatchObject({ evidence: row.evidence, says: row.says });
      const subject = subjectOf(rule, row.says, stop, outcome);
      if (row.shows !== undefined) {
        const found = explain(outcome.scenario, subject);
        expect(found).toMatchObject({ fact, because: row.says });
        expect(found === null ? null : shown(found.tree)).toEqual(row.shows);
      }
      if (row.changes !== undefined) {
        const helps = stop.changes.flatMap((c) => nearestChange(outcome.scenario, subject, [c]) ?? []);
        expect(helps.map(({ change, effect }) => `${change}: ${effect}`)).toEqual(row.changes);
      }
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
