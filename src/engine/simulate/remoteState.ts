import type { Layout, Read, Workspace } from '#model/layout/layout.ts';
import { idOf } from '#model/layout/vocabulary.ts';

/** The reads of a layout without duplicates, in the order of the layout. */
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

/** The pairs of reader and source, without duplicates. A workspace that reads itself is left out. */
export function pairsRead(layout: Layout): { reader: string; source: string }[] {
  return layout.workspaces.flatMap((workspace) => {
    const reader = idOf(workspace);
    const sources = new Set(workspace.reads.map((read) => read.workspace));
    sources.delete(reader);
    return [...sources].map((source) => ({ reader, source }));
  });
}
