import type { Layout, Read, Workspace } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';

/** Every read of a layout, each different one once, in the order of the layout. */
export function readsOf(layout: Layout): { reader: Workspace; read: Read }[] {
  return layout.workspaces.flatMap((reader) => {
    const seen = new Set<string>();
    return reader.reads.flatMap((read) => {
      const id = `${read.workspace}\n${read.output}\n${read.via}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return [{ reader, read }];
    });
  });
}

/** Every pair of reader and source, each once; a workspace that reads itself is no pair. */
export function pairsRead(layout: Layout): { reader: string; source: string }[] {
  return layout.workspaces.flatMap((workspace) => {
    const reader = idOf(workspace);
    const sources = new Set(workspace.reads.map((read) => read.workspace));
    sources.delete(reader);
    return [...sources].map((source) => ({ reader, source }));
  });
}
