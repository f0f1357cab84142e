import { withChanges } from '#model/layout/layoutChange.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Knob, KnobSettings } from './knob.ts';

/** The scenario with every knob as it is set. One that is as it began changes nothing, not even an order. */
export function applyKnobs(scenario: Scenario, knobs: readonly Knob[], settings: KnobSettings): Scenario {
  return knobs.reduce(({ layout, actions }, knob) => {
    const chosen = settings[knob.key] ?? knob.initial;
    const option = chosen === knob.initial ? undefined : knob.options[chosen];
    if (option === undefined) return { layout, actions };
    const { changes, mode } = option;
    return {
      layout: withChanges(layout, changes),
      actions:
        mode === null
          ? actions
          : actions.map((action, i) =>
              action.type === 'start_run' && i === mode.action ? { ...action, mode: mode.mode } : action,
            ),
    };
  }, scenario);
}
