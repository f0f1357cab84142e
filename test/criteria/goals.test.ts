import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Edit, isEdit } from '#model/edits/index.ts';
import { evidenceOf } from '#engine/levels/evidence.ts';
import { gradeSubmission, gradeLayout, judge, play } from '#engine/levels/grade.ts';
import { simulate } from '#engine/simulate/simulate.ts';
import { idOf } from '#model/layout/layout.ts';
import type { Check, Level } from '#model/level/level.ts';
import { createSandboxStore, type Sandbox } from '#state/board/boardStore.ts';
import { decodeShare, encodeShare } from '#state/boards/shareLink.ts';
import { calmScenario, parsed, rawScenario } from '../arbitraries/scenario.ts';
import { LEVELS } from '../support/levels.ts';

const byNumber = (n: number): Level => {
  const level = LEVELS.find(({ id }) => id.startsWith(String(n).padStart(2, '0')));
  if (level === undefined) throw new Error(`no level ${n}`);
  return level;
};

describe('what was reached', () => {
  /** Checks that ask whether something ever happened. What they ask for cannot be taken back by what comes later. */
  function reached(ids: readonly string[]): Check[] {
    const pairs = ids.flatMap((one) => ids.map((other) => [one, other] as const)).slice(0, 9);
    return [
      ...ids.flatMap((workspace): Check[] => [
        { count: { workspace, at_least: 1 } },
        { count: { workspace, status: 'applied', at_least: 1 } },
        { count: { workspace, status: 'errored', at_least: 1 } },
        { count: { workspace, source: 'tfe-run-trigger', at_least: 1 } },
      ]),
      ...pairs.map(
        ([one, other]): Check => ({
          before: {
            first: { workspace: one, status: 'planning' },
            later: { workspace: other, status: 'applied' },
          },
        }),
      ),
      { refused: { at_least: 1 } },
      { people: { acts: [], at_least: 2 } },
    ];
  }

  it('AC 32: never returns to false, whatever is done later', () => {
    let held = 0;
    fc.assert(
      fc.property(fc.oneof(rawScenario, calmScenario), (raw) => {
        const { layout, actions } = parsed(raw);
        // An action without a second waits until all is quiet, so that what came before stays as it was.
        const undated = actions.map(({ at: _, ...action }) => action as typeof action & { at?: number });
        const checks = reached(layout.workspaces.map(idOf));
        let before = new Set<Check>();
        for (let n = 0; n <= undated.length; n += 3) {
          const scenario = { layout, actions: undated.slice(0, n) };
          const run = simulate(scenario);
          if (!run.ok) return;
          const played = { ...scenario, scenario, simulation: run.value };
          const now = new Set(checks.filter((check) => judge(check, played).ok));
          for (const check of before) expect(now.has(check), JSON.stringify(check)).toBe(true);
          held += before.size;
          before = now;
        }
      }),
      { numRuns: 150, seed: 32 },
    );
    expect(held).toBeGreaterThan(2_000);
  });
});

describe('another solution', () => {
  const level = byNumber(24);
  const { actions } = level.solution;
  const maintain: Edit = { type: 'grant_project', team: 'app-team', project: 'apps', access: 'maintain' };

  it('AC 33: of the same size passes: Admin on the workspace and Maintain on its project', () => {
    const first = gradeSubmission(level, level.solution);
    const other = gradeSubmission(level, { edits: [maintain], actions });
    expect(first).toMatchObject({ passed: true, stars: 3, edits: 2 });
    expect(other).toMatchObject({ passed: true, edits: first.edits });
    // The project holds a workspace that is none of the team's business, so the star for safety stays out.
    expect(other.stars).toBe(1);
    expect(other.checks.filter((check) => !check.passed).map((check) => check.id)).toEqual(['billing-apart']);
  });

  it.each(LEVELS.map((one) => [one.id, one] as const))(
    'AC 33: %s: the solution in another order is the same solution',
    (_, one) => {
      const { edits } = one.solution;
      const other = { ...one.solution, edits: [...edits].reverse() };
      const { stars, passed } = gradeSubmission(one, other);
      expect({ stars, passed }).toEqual({ stars: 3, passed: true });
    },
  );
});

describe('the link to a goal that fails', () => {
  it.each(LEVELS.map((level) => [level.id, level] as const))(
    'AC 35: %s: plays the failing probe again, up to where it was decided',
    async (_, level) => {
      let failed = 0;
      for (const { edits, actions } of [{ edits: [], actions: [] }, ...level.mistakes]) {
        const layout = applyEdits(level.layout, edits);
        for (const [i, graded] of gradeLayout(level, layout, actions).probes.entries()) {
          const probe = level.probes[i];
          const played = probe === undefined ? null : play(layout, probe, actions);
          if (played === null) throw new Error('a probe of a level does not run');
          for (const row of graded.goals.filter((goal) => !goal.passed)) {
            const goal = level.goals.find((one) => one.id === row.id);
            if (goal === undefined) throw new Error('no such goal');
            expect(row.rule).toMatch(/^[A-Z]+-\d+$/);
            const [entry] = evidenceOf(goal.check, row.rule, played.simulation);
            const more = {
              ...(entry === undefined ? {} : { cursor: entry + 1 }),
              level: { id: level.id, version: level.version },
            };
            const read = await decodeShare(await encodeShare(played.scenario, more));
            if (!read.ok) throw new Error(JSON.stringify(read.problems));
            expect(read.value).toMatchObject(more);
            const { scenario } = read.value;
            const run = simulate(scenario);
            if (!run.ok) throw new Error('the link does not run');
            expect(run.value).toEqual(played.simulation);
            const again = judge(goal.check, { layout, actions, scenario, simulation: run.value });
            expect(again).toMatchObject({ ok: false, say: row.message });
            failed++;
          }
        }
      }
      expect(failed).toBeGreaterThan(0);
    },
  );
});

describe('the number of edits', () => {
  const edits = ({ store }: Sandbox, level: Level): number => {
    const { layout, actions } = store.getState().scenario;
    return gradeLayout(level, layout, actions).edits;
  };

  it('AC 36: is that of what remains, whatever was undone on the way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS.slice(0, 34)),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 })), { maxLength: 12 }),
        (level, steps) => {
          const sandbox = createSandboxStore(null, { level });
          // What the count was when this many units stood in the history.
          const counts = [0];
          for (const [pick, what] of steps) {
            const moves = [...level.palette.edits, ...level.palette.actions];
            const move = moves[pick % moves.length];
            const before = sandbox.store.getState().past.length;
            if (what === 0) sandbox.undo();
            else if (what === 1) sandbox.redo();
            else if (move !== undefined) {
              if (isEdit(move)) sandbox.perform(move);
              else sandbox.perform(move);
            }
            const { past } = sandbox.store.getState();
            const count = edits(sandbox, level);
            if (what >= 2 && past.length > before) counts.splice(past.length, Infinity, count);
            expect(count).toBe(counts[past.length]);
            expect(count).toBeGreaterThanOrEqual(sandbox.store.getState().scenario.actions.length);
          }
        },
      ),
      { numRuns: 120, seed: 36 },
    );
  });

  it('AC 36: cannot be made smaller by undoing and doing again (learnGitBranching #378)', () => {
    const level = byNumber(5);
    const sandbox = createSandboxStore(null, { level });
    for (const edit of level.solution.edits) sandbox.perform(edit);
    expect(edits(sandbox, level)).toBe(level.par);
    for (let i = 0; i < 5; i++) {
      sandbox.undo();
      expect(edits(sandbox, level)).toBe(level.par - 1);
      sandbox.redo();
      expect(edits(sandbox, level)).toBe(level.par);
    }
    sandbox.undo();
    sandbox.undo();
    const [, , third, fourth] = level.solution.edits;
    if (third === undefined || fourth === undefined) throw new Error('level 5 takes four edits');
    sandbox.perform(third);
    sandbox.perform(fourth);
    expect(edits(sandbox, level)).toBe(level.par);
    // What has no effect is not counted, and neither is what was taken back by hand.
    sandbox.perform(fourth);
    expect(edits(sandbox, level)).toBe(level.par);
  });
});
