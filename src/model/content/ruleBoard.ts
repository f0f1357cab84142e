import * as z from 'zod/mini';
import { parseScenario, type Scenario } from '../scenario/action.ts';
import type { Parsed } from '../parse/problem.ts';
import { nonEmpty, parseWith, record } from '../parse/schema.ts';

/** A board of the rule book: the smallest scenario in which one rule stops something, and what it then does. */
export interface RuleBoard {
  /** Id of the rule, which is the name of its file in `src/engine/rules`. */
  rule: string;
  /** What the rule does here; begins with a verb: "holds a run while the only slot is taken". */
  title: string;
  scenario: Scenario;
}

const shape = record({
  rule: nonEmpty,
  title: nonEmpty,
  layout: z.unknown(),
  actions: z._default(z.unknown(), () => []),
});

/** Reads one file of `content/boards`. */
export function parseRuleBoard(input: unknown): Parsed<RuleBoard> {
  const written = parseWith(shape, input);
  if (!written.ok) return written;
  const { rule, title, layout, actions } = written.value;
  const scenario = parseScenario({ layout, actions });
  return scenario.ok ? { ok: true, value: { rule, title, scenario: scenario.value } } : scenario;
}
