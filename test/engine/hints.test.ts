import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { gradeLayout } from '#engine/levels/grade.ts';
import { hintsFor } from '#engine/levels/hints.ts';
import { nextStep as searchStep, stepsFrom, wayToSolution } from '#engine/levels/solver.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { cases } from '../arbitraries/scenario.ts';
import { everyLevel, LEVELS, oncePerBoard, startOf, wander } from '../support/levels.ts';

const grade = (level: Level, own: Scenario) => gradeLayout(level, own.layout, own.actions);

const nextStep = oncePerBoard((level, own) => searchStep(level, own));

/** Repeats the last hint until the level passes. */
function follow(level: Level, from: Scenario): { steps: number; own: Scenario } {
  let own = from;
  for (let steps = 0; ; steps++) {
    if (grade(level, own).passed || steps > 40) return { steps, own };
    const step = nextStep(level, own);
    if (step === null) return { steps, own };
    own = step.to;
  }
}

// Each step is searched for by playing hundreds of boards: how long that takes is not what is tested.
vi.setConfig({ testTimeout: 600_000 });

describe('the next step', () => {
  // 200 boards of each level take two minutes.
  const BOARDS = Number(process.env['RUNCHAIN_BOARDS'] ?? 20);

  it.each(everyLevel)(
    'AC 42: %s: from any reachable board, at most par + 6 of them reach a pass',
    (_, level) => {
      fc.assert(
        fc.property(fc.array(fc.nat(60), { maxLength: 10 }), (picks) => {
          const { steps, own } = follow(level, wander(level, picks));
          expect(grade(level, own).passed).toBe(true);
          expect(steps).toBeLessThanOrEqual(level.par + 6);
        }),
        { numRuns: BOARDS, seed: cases().seed },
      );
    },
  );

  it.each(everyLevel)(
    '%s: from the start it takes no more than par, and the way ends with three stars',
    (_, level) => {
      let own = startOf(level);
      let steps = 0;
      for (let step = nextStep(level, own); step !== null; step = nextStep(level, own)) {
        own = step.to;
        expect(++steps).toBeLessThanOrEqual(level.par);
      }
      expect(grade(level, own).stars).toBe(3);
    },
  );

  it.each(everyLevel)('AC 41: %s: after a correct step every next hint is another one', (_, level) => {
    let own = startOf(level);
    for (const step of wayToSolution(level, own)) {
      const before = hintsFor(level, own);
      own = step.to;
      const after = hintsFor(level, own);
      expect(before).not.toBeNull();
      expect(after?.stepWords).not.toBe(before?.stepWords);
    }
    expect(hintsFor(level, own)).toBeNull();
  });

  it('takes back what is in the way before it adds what is missing', () => {
    const level = LEVELS.find(({ id }) => id.startsWith('01'));
    if (level === undefined) throw new Error('no level 1');
    const [, backwards] = stepsFrom(level, startOf(level));
    if (backwards === undefined) throw new Error('no second step');
    const hints = hintsFor(level, backwards.to);
    expect(hints?.step.kind).toBe('take_back');
    expect(hints?.stepWords).toBe(
      'Take back your run trigger from app to network: with it app starts network',
    );
    expect(hints?.place.panel).toBe('changes');
  });
});

describe('the ladder', () => {
  const level = LEVELS.find(({ id }) => id.startsWith('02'));
  if (level === undefined) throw new Error('no level 2');
  const hints = hintsFor(level, startOf(level));

  it('says the failing goal with what happened, then where, then the rule, then what would help', () => {
    expect(hints?.goal).toMatch(/not applied/);
    expect(hints?.where).toBe('Look at the settings of app.');
    expect(hints?.rule).toMatch(/^Auto-apply run triggers decides/);
    expect(hints?.nearest).toMatch(/^One change is enough for this goal: /);
    expect(hints?.stepWords).toBe('In app, turn Auto-apply run triggers (auto_apply_run_trigger) on');
  });

  it('is silent once there are three stars', () => {
    const { own } = follow(level, startOf(level));
    expect(hintsFor(level, own)).toBeNull();
  });
});
