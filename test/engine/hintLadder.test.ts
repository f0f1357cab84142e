import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { gradeLayout } from '#engine/levels/grade.ts';
import { type LevelHints, hintsFor } from '#engine/levels/hints.ts';
import { stepsFrom } from '#engine/levels/solver.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { Level } from '#model/level/level.ts';
import { short } from '#model/layout/vocabulary.ts';
import { cases } from '../arbitraries/scenario.ts';
import { everyLevel, LEVELS, oncePerBoard, startOf, wander } from '../support/levels.ts';

// Each step is searched for by playing hundreds of boards: how long that takes is not what is tested.
vi.setConfig({ testTimeout: 600_000 });

/** A rule's ID, a misconception's slug or an attribute that no word of the screen stands before. */
const CODE = /\b[A-Z]{1,5}-\d+\b|\b[a-z]+(?:-[a-z]+){3,}\b|\b[a-z]+_[a-z_]+\b|[{}[\]]/;
/** What is named like that on the board itself, and the attributes that follow the words of the screen. */
function withoutNames(text: string, level: Level): string {
  const names = JSON.stringify([level.layout, level.palette, level.solution]);
  return text
    .replaceAll(
      /(Auto-apply|Auto-apply run triggers|Execution Mode|Share with all workspaces) \([a-z_]+\)/g,
      '$1',
    )
    .replaceAll(/\b[a-zA-Z0-9]+(?:[-_][a-zA-Z0-9]+)+\b/g, (name) =>
      names.includes(`"${name}"`) || names.includes(`/${name}"`) ? 'it' : name,
    )
    .replaceAll(/\b(terraform_remote_state|tfe_outputs|pre_plan|post_plan|pre_apply|post_apply)\b/g, 'it');
}

function faults(level: Level, hints: LevelHints): string[] {
  const found: string[] = [];
  for (const text of [hints.goal, hints.where, hints.rule, hints.nearest, hints.stepWords]) {
    if (text === '') found.push('a rung without words');
    if (CODE.test(withoutNames(text, level))) found.push(`a code: ${text}`);
    if (/\b1 \w+s\b|\ba [aeio]\w|\b0 such|undefined|null/.test(text))
      found.push(`a count or an article: ${text}`);
    if (text !== hints.stepWords && text !== '' && !/[.!?]$/.test(text)) found.push(`no sentence: ${text}`);
  }
  const { step } = hints;
  const change =
    step.kind === 'edit'
      ? step.edit
      : step.kind === 'action'
        ? step.action
        : step.kind === 'reset'
          ? null
          : step.change.kind === 'edit'
            ? step.change.edit
            : step.change.action;
  if (change?.type === 'create_run_trigger' || change?.type === 'delete_run_trigger') {
    const [source, target] = [short(change.sourceable), short(change.workspace)];
    if (!hints.stepWords.includes(`from ${source} to ${target}`)) found.push(`ends: ${hints.stepWords}`);
    const kept = step.kind === 'take_back' ? 'with it ' : 'so that ';
    const effect = change.type === 'create_run_trigger' ? 'starts' : 'no longer starts';
    if (step.kind !== 'take_back' || change.type === 'create_run_trigger')
      if (!hints.stepWords.includes(`${kept}${source} ${effect} ${target}`))
        found.push(`direction: ${hints.stepWords}`);
  }
  return found;
}

/** What is wrong with the ladder of a board, and the board after its step, which is the one that its words speak of. */
const climb = oncePerBoard((level, own) => {
  const hints = hintsFor(level, own);
  if (hints === null) return null;
  const found = faults(level, hints);
  const goals = level.goals.filter(({ text }) => hints.nearest.includes(text));
  const after = gradeLayout(level, hints.step.to.layout, hints.step.to.actions);
  for (const { id, text } of goals)
    if (after.checks.find((check) => check.id === id)?.passed !== true)
      found.push(`promises a goal that its step does not meet: ${text}`);
  return { found, to: hints.step.to };
});

/** Follows the ladder to its end. */
function follow(level: Level, from: Scenario): { stars: number; passed: boolean; found: string[] } {
  let own = from;
  const found: string[] = [];
  for (let i = 0; i < 40; i++) {
    const step = climb(level, own);
    if (step === null) break;
    found.push(...step.found);
    own = step.to;
  }
  const { stars, passed } = gradeLayout(level, own.layout, own.actions);
  return { stars, passed, found };
}

describe('the ladder of hints', () => {
  it.each(everyLevel)(
    '%s: from the start it ends with three stars, in words, and never leads astray',
    (_, level) => {
      expect(follow(level, startOf(level))).toEqual({ stars: 3, passed: true, found: [] });
    },
  );

  it.each(everyLevel)('%s: also from boards that a learner may leave behind', (_, level) => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), (picks) => {
        const end = follow(level, wander(level, picks));
        expect(end.found).toEqual([]);
        expect(end.passed).toBe(true);
      }),
      { numRuns: Number(process.env['RUNCHAIN_BOARDS'] ?? 20), seed: cases().seed },
    );
  });

  it('names the run trigger of level 1 that was drawn the wrong way round, and what it does', () => {
    const level = LEVELS.find(({ id }) => id.startsWith('01'));
    if (level === undefined) throw new Error('no level 1');
    const wrong = level.mistakes[0]?.edits[0];
    const back = stepsFrom(level, startOf(level)).find(
      (step) => step.kind === 'edit' && JSON.stringify(step.edit) === JSON.stringify(wrong),
    );
    if (back === undefined) throw new Error('no such step');
    expect(hintsFor(level, back.to)?.stepWords).toBe(
      'Take back your run trigger from app to network: with it app starts network',
    );
  });

  it('never proposes to confirm the plan of level 21 that would apply the wrong size', () => {
    const level = LEVELS.find(({ id }) => id.startsWith('21'));
    if (level === undefined) throw new Error('no level 21');
    const hints = hintsFor(level, startOf(level));
    expect(`${hints?.nearest} ${hints?.stepWords}`).not.toContain('onfirm');
  });
});
