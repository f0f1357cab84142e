import { type Level, parseLevel } from '#model/level/level.ts';
import { idOf } from '#model/layout/layout.ts';

/**
 * The same level with other names for its workspaces, in reverse alphabetical order to theirs, so that whatever
 * sorts or looks at a name shows.
 */
export function renamed(level: Level): Level {
  const names = new Map(
    [...level.layout.workspaces]
      .sort((a, b) => (idOf(a) < idOf(b) ? 1 : -1))
      .map((w, i) => [idOf(w), `${w.organization}/w${String(i).padStart(3, '0')}`]),
  );
  const bare = new Map(level.layout.workspaces.map((w) => [w, (names.get(idOf(w)) ?? '').split('/')[1]]));
  const put = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    const named = bare.get(value as Level['layout']['workspaces'][number]);
    return Object.fromEntries(
      // The reader takes no project, but not a project of null.
      Object.entries(value)
        .filter(([key, inner]) => key !== 'project' || inner !== null)
        .map(([key, inner]) => [key, key === 'name' && named !== undefined ? named : put(inner)]),
    );
  };
  const parsed = parseLevel(put({ ...level, script: [] }));
  if (!parsed.ok) throw new Error(parsed.problems.map((p) => `${p.path}: ${p.message}`).join('\n'));
  return parsed.value;
}
