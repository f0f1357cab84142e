import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { contentOf } from '../support/content.ts';
import { elementsOf, lessons, textOf } from './lessons.ts';

interface Written {
  type?: string;
  workspace?: string;
  source?: string;
  mode?: string;
}
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Every list of actions that a file holds, at any depth: a script, a palette, a probe, a figure. */
function actionLists(value: unknown): Written[][] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    isList(value) && value.some((item) => typeof item === 'object' && item !== null && 'type' in item)
      ? [value.filter((item): item is Written => typeof item === 'object' && item !== null)]
      : [];
  return [...own, ...Object.values(value).flatMap(actionLists)];
}

/** Workspaces that get a run from a commit, which needs a repository, and one that a link to a repository refuses. */
function contradictions(actions: readonly Written[]): string[] {
  const starts = actions.filter(({ type }) => type === 'start_run');
  const linked = starts.filter(({ source, mode }) => source === 'vcs' && mode !== 'plan_only');
  const refused = starts.filter(
    ({ source, mode }) => mode === 'save_plan' || (source === 'cli' && mode !== 'plan_only'),
  );
  return linked
    .flatMap(({ workspace }) => workspace ?? [])
    .filter((workspace) => refused.some((start) => start.workspace === workspace));
}

const content = contentOf();
const boards: { name: string; actions: Written[] }[] = [
  ...[content.questions, content.levels, content.boards]
    .flat()
    .flatMap(({ path, doc }) => actionLists(doc.toJS()).map((actions) => ({ name: path, actions }))),
  ...lessons.flatMap((lesson) =>
    elementsOf(lesson, 'Figure').map((figure) => ({
      name: lesson.slug,
      actions: actionLists(parse(textOf(figure, 'actions') || '[]')).flat(),
    })),
  ),
];

describe('VCS-04: a workspace that is linked to a repository', () => {
  it('refuses saved plans and applies from the command line, so no board has both', () => {
    expect(boards.length).toBeGreaterThan(200);
    const wrong = boards.flatMap(({ name, actions }) =>
      contradictions(actions).map((workspace) => `${name}: ${workspace}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is told apart from one that is not', () => {
    const commit = { type: 'start_run', workspace: 'app', source: 'vcs' };
    const saved = { type: 'start_run', workspace: 'app', mode: 'save_plan' };
    expect(contradictions([commit, saved])).toEqual(['app']);
    expect(contradictions([commit, { ...saved, workspace: 'net' }])).toEqual([]);
    expect(
      contradictions([commit, { type: 'start_run', workspace: 'app', source: 'cli', mode: 'plan_only' }]),
    ).toEqual([]);
  });
});
