import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { type Layout, parseLayout, type Workspace } from '#model/layout/layout.ts';
import type { Refusal } from './refusal.ts';

/** A scenario as a person would write it: what the reader fills in by itself is left out. */
export const writtenScenario = ({ layout, actions }: Scenario): Record<keyof Scenario, unknown> => ({
  layout: withoutDefaults(layout),
  actions,
});

/** What a reader fills in: the defaults are asked of the schema, not repeated. Each value as JSON, to be compared. */
const filledIn = (() => {
  const bare = parseLayout({
    version: 1,
    organizations: [{ name: 'o' }],
    workspaces: [{ name: 'w', organization: 'o' }],
  });
  if (!bare.ok) return { layout: {}, workspace: {} };
  const written = (item: object): Record<string, string> =>
    Object.fromEntries(Object.entries(item).map(([key, value]) => [key, JSON.stringify(value)]));
  const { version: _, organizations: __, workspaces, ...layout } = bare.value;
  return { layout: written(layout), workspace: written(workspaces[0] ?? {}) };
})();

const lean = (item: object, standard: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(item).filter(
      ([key, value]) =>
        value !== undefined &&
        !(key === 'project' && value === null) &&
        (key === 'name' || JSON.stringify(value) !== standard[key]),
    ),
  );

/** By workspace: an edit of a large board makes one of them anew, and it is written several times. */
const known = new WeakMap<Workspace, object>();
function leanWorkspace(w: Workspace): object {
  const found = known.get(w) ?? lean(w, filledIn.workspace);
  known.set(w, found);
  return found;
}

/** Drops every field that a reader would fill in again. */
export const withoutDefaults = (layout: Layout): unknown => ({
  ...lean(layout, filledIn.layout),
  workspaces: layout.workspaces.map(leanWorkspace),
});

/** What a reader of files would say against the board, or null. A board that cannot be read back is never made. */
export function unreadable(scenario: Scenario): Refusal | null {
  const read = parseScenario(writtenScenario(scenario));
  const [problem] = read.ok ? [] : read.problems;
  if (problem === undefined) return null;
  const field =
    problem.path
      .split('.')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  return { code: 'value', field, message: problem.message };
}
