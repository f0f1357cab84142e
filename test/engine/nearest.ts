import { nearestChange } from '#engine/explain/counterfactual.ts';
import { explain, type Subject } from '#engine/explain/explain.ts';
import type { Remedy } from '#engine/rules/rule.ts';
import type { Layout } from '#model/layout/layout.ts';
import { type Plain, scenario } from '../support/shorthand.ts';

export const hold = (run: string): Subject => ({ kind: 'hold', run });

export const ended = (run: string): Subject => ({ kind: 'ended', run });

export const silent = (index = 0): Subject => ({ kind: 'not_queued', index });

export const refused = (index = 0): Subject => ({ kind: 'rejection', index });

/** The nearest change in words with what it leads to, or null. */
export function nearest(
  given: Layout,
  actions: readonly (string | Plain)[],
  subject: Subject,
  changes?: Remedy[],
) {
  const whole = scenario(given, actions);
  const found =
    changes === undefined ? explain(whole, subject)?.nearest : nearestChange(whole, subject, changes);
  return found === null || found === undefined ? null : `${found.change}: ${found.effect}`;
}

export const on = (workspace: string, settings: Extract<Remedy, { kind: 'set' }>['settings']): Remedy => ({
  kind: 'set',
  workspace: `acme/${workspace}`,
  settings,
});
