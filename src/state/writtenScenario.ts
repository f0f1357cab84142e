import type { Scenario } from '#model/action.ts';
import { type Layout, parseLayout } from '#model/layout.ts';

/** A scenario as a person would write it: what the reader fills in by itself is left out. */
export const writtenScenario = ({ layout, actions }: Scenario): Record<keyof Scenario, unknown> => ({
  layout: withoutDefaults(layout),
  actions,
});

/** Drops every field that a reader would fill in again; the defaults are asked of the schema, not repeated. */
export function withoutDefaults(layout: Layout): unknown {
  const bare = parseLayout({
    version: 1,
    organizations: [{ name: 'o' }],
    workspaces: [{ name: 'w', organization: 'o' }],
  });
  const standard = bare.ok ? bare.value : layout;
  const [workspace] = standard.workspaces;
  const lean = (item: object, fallback: object | undefined) =>
    Object.fromEntries(
      Object.entries(item).filter(
        ([key, value]) =>
          value !== undefined &&
          !(key === 'project' && value === null) &&
          (key === 'name' ||
            JSON.stringify(value) !==
              JSON.stringify(fallback === undefined ? undefined : Reflect.get(fallback, key))),
      ),
    );
  return {
    ...lean(layout, { ...standard, version: 0, workspaces: null, organizations: null }),
    workspaces: layout.workspaces.map((w) => lean(w, workspace)),
  };
}
