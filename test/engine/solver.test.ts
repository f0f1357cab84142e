import { describe, expect, it } from 'vitest';
import { applyEdits } from '#model/edits/index.ts';
import { describeStep } from '#engine/levels/hints.ts';
import { necessaryChanges } from '#engine/explain/necessaryChanges.ts';
import { ownChanges } from '#engine/levels/ownChanges.ts';
import { nextStep, stepsFrom, wayToSolution } from '#engine/levels/solver.ts';
import type { Action, Scenario } from '#model/scenario/action.ts';
import { levelOf } from './levelOf.ts';
import { action, auto, back, board, edit, open, trigger, two, wide, words } from './twoEdits.ts';

describe('what a learner changed', () => {
  it('is nothing at the start', () => {
    expect(ownChanges(two, board(two, []))).toEqual([]);
  });

  it('is each edit that the palette knows, in its order, with the board without it', () => {
    const found = ownChanges(two, board(two, [auto, trigger]));
    expect(found.map((c) => c.change)).toEqual([
      { kind: 'edit', edit: edit(trigger), exact: true },
      { kind: 'edit', edit: edit(auto), exact: true },
    ]);
    expect(found.map((c) => c.without)).toEqual([board(two, [auto]), board(two, [trigger])]);
  });

  it('is each action, with the board without it', () => {
    const actions = [action('confirm app'), action('start app')];
    const found = ownChanges(two, board(two, [], actions));
    expect(found.map((c) => c.change)).toEqual(actions.map((a) => ({ kind: 'action', action: a })));
    expect(found.map((c) => c.without.actions)).toEqual([[actions[1]], [actions[0]]]);
  });

  it('is one thing, though the palette has two values for it, and is said as the one that it has', () => {
    const level = levelOf({
      palette: {
        edits: [
          trigger,
          { type: 'set', workspace: 'app', settings: { plan: 'errors' } },
          { type: 'set', workspace: 'app', settings: { plan: 'auto' } },
        ],
      },
    });
    const found = ownChanges(
      level,
      board(level, [{ type: 'set', workspace: 'acme/app', settings: { plan: 'auto' } }]),
    );
    expect(found.map((c) => c.change)).toEqual([
      {
        kind: 'edit',
        edit: edit({ type: 'set', workspace: 'acme/app', settings: { plan: 'auto' } }),
        exact: true,
      },
    ]);
    const other = ownChanges(
      level,
      board(level, [{ type: 'set', workspace: 'acme/app', settings: { plan: 'no_changes' } }]),
    );
    expect(other.map((c) => c.change)).toMatchObject([{ kind: 'edit', exact: false }]);
  });
});

describe('what a change is needed for', () => {
  it('is the first goal that fails without it', () => {
    expect(necessaryChanges(two, board(two, [trigger, auto])).map((n) => n.without)).toEqual([
      { goal: 'app runs.', message: 'app has no such run.', rule: 'RT-01' },
      { goal: 'app is applied.', message: 'run-2 in app is planned, not applied.', rule: 'AA-05' },
    ]);
  });

  it('is nothing for a change too many', () => {
    const needed = necessaryChanges(two, board(two, [trigger, auto, wide]));
    expect(needed.map((n) => n.without === null)).toEqual([false, false, true]);
  });
});

describe('the steps from a board', () => {
  it('are everything that the palette offers and that would change something', () => {
    expect(stepsFrom(two, board(two, [])).map((s) => s.kind)).toEqual(['edit', 'edit', 'edit', 'edit']);
    const [first] = stepsFrom(two, board(two, []));
    expect(first).toEqual({ kind: 'edit', edit: edit(trigger), to: board(two, [trigger]) });
  });

  it('take back what was done, leave out what would be refused, and offer an action where it would not be', () => {
    const steps = stepsFrom(two, board(two, [trigger]));
    expect(steps.map(words)).toEqual([
      'take_back: Take back your run trigger from network to app: with it network starts app',
      'edit: In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
      'edit: In app, turn Auto-apply (auto_apply) on',
      'action: Confirm the run of app, once nothing is moving any more',
    ]);
    const done = board(two, [trigger], [action('confirm app')]);
    expect(stepsFrom(two, done).filter((s) => s.kind === 'action')).toEqual([]);
    expect(steps.at(-1)?.to).toEqual(done);
  });

  it('leave out an edit that is made already', () => {
    expect(stepsFrom(two, board(two, [auto])).map(words)).not.toContain(
      'edit: In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    );
  });

  const acting = levelOf({
    palette: {
      edits: [trigger],
      actions: [
        { type: 'start_run', workspace: 'app' },
        { type: 'start_run', workspace: 'other' },
      ],
    },
    mistakes: [],
  });
  const offered = (own: Scenario, level = acting) =>
    stepsFrom(level, own).flatMap((s) => (s.kind === 'action' ? [describeStep(s)] : []));

  it('leave out an action that was done already, however it is written', () => {
    const [start] = acting.palette.actions;
    if (start === undefined) throw new Error('the palette has no action');
    const turned = Object.fromEntries(Object.entries(start).reverse()) as Action;
    expect(offered(board(acting, []))).toHaveLength(2);
    for (const done of [start, turned]) {
      const left = offered(board(acting, [], [done]));
      expect(left).toHaveLength(1);
      expect(left[0]).toContain('other');
    }
  });

  it('offer what is not refused itself, though something else is', () => {
    const script = [
      { type: 'start_run', workspace: 'network' },
      { type: 'confirm', workspace: 'other' },
    ];
    const refusing = levelOf({
      probes: [{ id: 'calm', text: 'a calm day', script }],
      palette: { edits: [trigger], actions: acting.palette.actions },
      mistakes: [],
    });
    expect(offered(board(refusing, []), refusing)).toHaveLength(2);
    const ring = { sourceable: 'acme/other', workspace: 'acme/other' };
    const own = { layout: { ...acting.layout, run_triggers: [ring] }, actions: [] };
    expect(stepsFrom(acting, own).map(words)).toContain(
      'edit: Create the run trigger from network to app, so that network starts app',
    );
  });
});

describe('the way to the solution', () => {
  it('is the solution from the start, and nothing at its end', () => {
    expect(wayToSolution(two, board(two, [])).map(words)).toEqual([
      'edit: Create the run trigger from network to app, so that network starts app',
      'edit: In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    ]);
    expect(wayToSolution(two, board(two, [trigger, auto]))).toEqual([]);
  });

  it('takes back first what is not in it', () => {
    const way = wayToSolution(two, board(two, [back, auto, wide], [action('start app')]));
    expect(way.map(words)).toEqual([
      'take_back: Take back your run trigger from app to network: with it app starts network',
      'take_back: Take back this change of yours: in app, turn Auto-apply (auto_apply) on',
      expect.stringMatching(/^take_back: Take back this change of yours: start/),
      'edit: Create the run trigger from network to app, so that network starts app',
    ]);
    expect(way.at(-1)?.to).toEqual(board(two, [auto, trigger]));
  });

  it('keeps the other actions where one is taken back', () => {
    const level = { ...two, solution: { edits: [edit(trigger)], actions: [action('confirm app')] } };
    const own = board(level, [trigger], [action('confirm app'), action('start app')]);
    expect(wayToSolution(level, own).map((s) => s.to.actions)).toEqual([[action('confirm app')]]);
  });

  it('keeps an action of the solution and adds one that is missing', () => {
    const level = { ...two, solution: { edits: [edit(trigger)], actions: [action('confirm app')] } };
    expect(wayToSolution(level, board(level, [trigger], [action('confirm app')]))).toEqual([]);
    const way = wayToSolution(level, board(level, [trigger]));
    expect(way.map((s) => s.to)).toEqual([board(level, [trigger], [action('confirm app')])]);
    expect(way.map(words)).toEqual(['action: Confirm the run of app, once nothing is moving any more']);
  });
});

describe('the next step', () => {
  it('is the first of a shortest way, and none at three stars', () => {
    expect(words(nextStep(two, board(two, [])))).toBe(
      'edit: Create the run trigger from network to app, so that network starts app',
    );
    expect(words(nextStep(two, board(two, [trigger])))).toBe(
      'edit: In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    );
    expect(nextStep(two, board(two, [trigger, auto]))).toBeNull();
  });

  it('is one towards the solution where the search may not look', () => {
    expect(words(nextStep(two, board(two, [back]), 0))).toBe(
      'take_back: Take back your run trigger from app to network: with it app starts network',
    );
  });

  it('is the first of a way that is shorter than that to the solution, where the search finds one', () => {
    const roomy = { ...two, par: 3 };
    expect(words(nextStep(roomy, board(roomy, [trigger, wide])))).toBe(
      'edit: In app, turn Auto-apply run triggers (auto_apply_run_trigger) on',
    );
    expect(words(nextStep(roomy, board(roomy, [wide])))).toBe(
      'edit: Create the run trigger from network to app, so that network starts app',
    );
    expect(words(nextStep(roomy, board(roomy, [trigger, wide]), 0))).toBe(
      'take_back: Take back this change of yours: in app, turn Auto-apply (auto_apply) on',
    );
  });

  it('is that of the solution where the search finds no way that is shorter', () => {
    const turned = { ...two, palette: { ...two.palette, edits: [edit(auto), edit(trigger)] } };
    expect(words(nextStep(turned, board(turned, [])))).toBe(
      'edit: Create the run trigger from network to app, so that network starts app',
    );
  });

  it('is found by grading each board once, whichever way leads to it', () => {
    const roomy = { ...two, par: 3 };
    const own = board(roomy, [wide]);
    const way = 'edit: Create the run trigger from network to app, so that network starts app';
    expect(words(nextStep(roomy, own, 7))).not.toBe(way);
    expect(words(nextStep(roomy, own, 8))).toBe(way);
  });

  it('is a reset where nothing of the palette is in the way, and where the way back is too long', () => {
    const odd = board(two, [trigger, auto]);
    const layout = applyEdits(odd.layout, [
      edit({ type: 'set', workspace: 'acme/network', settings: { plan: 'errors' } }),
    ]);
    expect(nextStep(two, { ...odd, layout })?.kind).toBe('reset');
    // Another way would take two steps, but the search looks no further than one more than par.
    const level = levelOf({
      par: 1,
      palette: {
        edits: [trigger, { type: 'create_run_trigger', sourceable: 'other', workspace: 'app' }, open, back],
      },
      solution: { edits: [trigger] },
      mistakes: [],
    });
    expect(nextStep(level, board(level, [back, open]))?.kind).toBe('reset');
  });

  it('is a reset where the way back is longer than that from the start', () => {
    const acts = ['start app', 'start network', 'start other'].map(action);
    const step = nextStep(two, board(two, [back, wide], acts), 0);
    expect(words(step)).toBe(
      'reset: Reset the level: from here the way back is longer than the way from the start',
    );
    expect(step?.to).toEqual(board(two, []));
  });
});
