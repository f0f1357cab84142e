import { describe, expect, it } from 'vitest';
import { hintsFor, describeStep } from '#engine/levels/hints.ts';
import { describeOwnChange } from '#engine/levels/ownChanges.ts';
import { plainLayout } from '../support/shorthand.ts';
import { levelOf } from './levelOf.ts';
import { action, auto, back, board, edit, open, trigger, two, wide } from './twoEdits.ts';

describe('hints', () => {
  it('say the goal that fails, where to look, the rule, what would help, and the step', () => {
    expect(hintsFor(two, board(two, [trigger]))).toMatchObject({
      goal: 'run-2 in app is planned, not applied. The goal was: app is applied.',
      place: { panel: 'settings', workspace: 'acme/app' },
      where: 'Look at the settings of app.',
      rule: expect.stringMatching(/^Auto-apply run triggers decides for triggered runs: /),
      nearest: 'One change is enough for this goal: app is applied.',
      stepWords: 'In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    });
  });

  it('say where a trigger is made', () => {
    expect(hintsFor(two, board(two, []))).toMatchObject({
      place: { panel: 'triggers', workspace: 'acme/app' },
      where: 'Look at the run triggers of app.',
      nearest: 'One change is enough for this goal: app runs.',
      stepWords: 'Create the run trigger from network to app, so that network starts app',
    });
  });

  it('say that something is in the way', () => {
    const hints = hintsFor(two, board(two, [back]));
    expect(hints).toMatchObject({
      place: { panel: 'changes', workspace: null },
      where: 'Look at your own changes: something there is in the way.',
      stepWords: 'Take back your run trigger from app to network: with it app starts network',
    });
  });

  it('say that everything is met, with too many changes', () => {
    expect(hintsFor(two, board(two, [trigger, auto, wide]))?.goal).toBe(
      'Every goal is met, with 3 changes. It can be done with 2.',
    );
  });

  it('say in which of several probes it fails', () => {
    const probed = levelOf({
      probes: [
        { id: 'calm', text: 'a calm day' },
        { id: 'idle', text: 'an idle day', script: [] },
      ],
      goals: [
        { id: 'idle', text: 'app runs.', rule: 'RT-01', check: { count: { workspace: 'app', at_least: 1 } } },
      ],
      mistakes: [],
      layout: plainLayout('network -> app; other; network: auto_apply'),
      palette: { edits: [open] },
      solution: { edits: [open] },
    });
    expect(hintsFor(probed, board(probed, []))?.goal).toBe(
      'In the test “an idle day”: app has no such run. The goal was: app runs.',
    );
  });

  it('say that it takes several changes, where none alone makes a goal pass', () => {
    const both = levelOf({
      par: 2,
      palette: { edits: [trigger, auto] },
      solution: { edits: [trigger, auto] },
      goals: [
        {
          id: 'applied',
          text: 'app is applied.',
          rule: 'AA-05',
          check: { status: { workspace: 'app', is: 'applied' } },
        },
      ],
      mistakes: [],
    });
    expect(hintsFor(both, board(both, []))?.nearest).toBe(
      'No single change makes a goal pass. After the first of those that are needed: run-2 in app is planned, not applied.',
    );
  });
});

describe('the words of a change', () => {
  it('say a change that is like one of the palette, and an action with its second', () => {
    expect(describeOwnChange({ kind: 'edit', edit: edit(auto), exact: true })).toBe(
      'In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    );
    expect(describeOwnChange({ kind: 'edit', edit: edit(auto), exact: false })).toBe(
      'Changed: in app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    );
    const at = action('confirm app at 40');
    expect(describeOwnChange({ kind: 'action', action: at })).toBe(
      describeStep({ kind: 'action', action: at, to: board(two, []) }),
    );
  });
});
