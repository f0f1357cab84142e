import type { Layout } from '#model/layout/layout.ts';

/** A layout as a file would have it: a workspace that is in no project has no such field. */
export function written(layout: Layout): object {
  const workspaces = layout.workspaces.map(({ project, ...rest }) =>
    project === null ? rest : { ...rest, project },
  );
  return { ...layout, workspaces };
}
