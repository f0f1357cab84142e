import { applyEdits, type Edit } from '#model/edits/index.ts';
import { editSchema } from '#model/level/editSchema.ts';
import { describeStep } from '#engine/levels/hints.ts';
import type { SolutionStep } from '#engine/levels/solver.ts';
import { type Action, parseActions, type Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { parseWith } from '#model/parse/schema.ts';
import { type Plain, plainAction } from '../support/shorthand.ts';
import { levelOf } from './levelOf.ts';

export const trigger = { type: 'create_run_trigger', sourceable: 'acme/network', workspace: 'acme/app' };
export const back = { type: 'create_run_trigger', sourceable: 'acme/app', workspace: 'acme/network' };
export const open = { type: 'set', workspace: 'acme/network', settings: { global_remote_state: true } };
export const auto = { type: 'set', workspace: 'acme/app', settings: { auto_apply_run_trigger: true } };
export const wide = { type: 'set', workspace: 'acme/app', settings: { auto_apply: true } };

export function edit(given: Plain): Edit {
  const parsed = parseWith(editSchema, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}
export function action(given: string): Action {
  const parsed = parseActions([plainAction(given)], levelOf().layout);
  const [first] = parsed.ok ? parsed.value : [];
  if (first === undefined) throw new Error(given);
  return first;
}

export const board = (level: Level, edits: Plain[], actions: Action[] = []): Scenario => ({
  layout: applyEdits(level.layout, edits.map(edit)),
  actions,
});
export const words = (step: SolutionStep | null) =>
  step === null ? null : `${step.kind}: ${describeStep(step)}`;

/** App must run and be applied when network is; both edits are needed, and confirming by hand is offered too. */
export const two = levelOf({
  par: 2,
  palette: { edits: [trigger, back, auto, wide], actions: [{ type: 'confirm', workspace: 'app' }] },
  solution: { edits: [trigger, auto] },
  goals: [
    { id: 'runs', text: 'app runs.', rule: 'RT-01', check: { count: { workspace: 'app', at_least: 1 } } },
    {
      id: 'applied',
      text: 'app is applied.',
      rule: 'AA-05',
      check: { status: { workspace: 'app', is: 'applied' } },
    },
    {
      id: 'alone',
      text: 'nobody acts.',
      rule: 'AA-05',
      kind: 'safe',
      check: { people: { is: 0 } },
    },
  ],
  mistakes: [],
});
