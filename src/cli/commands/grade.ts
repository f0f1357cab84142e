import { gradeLayout } from '#engine/levels/grade.ts';
import { parseActions } from '#model/scenario/action.ts';
import { idOf, type Layout, parseLayout } from '#model/layout/layout.ts';
import { parseLevel } from '#model/level/level.ts';
import { readArguments } from '../arguments.ts';
import { loadData } from '../load.ts';
import { type CommandOutcome, printed, invalidInput } from '../output.ts';

/** `grade LEVEL ANSWER`: the answer is a layout, or `{ layout, actions }` with what the learner did during play. */
export function grade(words: readonly string[]): CommandOutcome {
  const { operands, problems } = readArguments(words, [], [2, 2]);
  const [levelFile, answerFile] = operands;
  if (levelFile === undefined || answerFile === undefined || problems.length > 0)
    return invalidInput(levelFile ?? 'grade', problems);
  const levelData = loadData(levelFile);
  const level = levelData.ok ? parseLevel(levelData.value) : levelData;
  if (!level.ok) return invalidInput(levelFile, level.problems);
  const data = loadData(answerFile);
  if (!data.ok) return invalidInput(answerFile, data.problems);
  const value = data.value;
  const wrapped = typeof value === 'object' && value !== null && Object.hasOwn(value, 'layout');
  const given: { layout?: unknown; actions?: unknown } = wrapped ? value : { layout: value };
  const layout = parseLayout(given.layout, wrapped ? 'layout' : '');
  if (!layout.ok) return invalidInput(answerFile, layout.problems);
  const actions = parseActions(given.actions ?? [], layout.value);
  if (!actions.ok) return invalidInput(answerFile, actions.problems);
  const missing = missingWorkspaces(level.value.layout, layout.value);
  if (missing.length > 0) return invalidInput(answerFile, missing);
  const { passed, stars, checks } = gradeLayout(level.value, layout.value, actions.value);
  return { ...printed({ passed, stars, checks }), status: passed ? 0 : 1 };
}

/** The answer must still be the level's board: every workspace that its script and goals name is there. */
function missingWorkspaces(level: Layout, answer: Layout) {
  const there = new Set(answer.workspaces.map(idOf));
  return level.workspaces
    .filter((w) => !there.has(idOf(w)))
    .map((w) => ({
      path: 'workspaces',
      message: `workspace ${idOf(w)} of the level is missing, the answer must keep it`,
    }));
}
