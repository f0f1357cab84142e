import { idOf, type Workspace } from '#model/layout/layout.ts';
import { added } from './collectionEdits.ts';
import type { Gap } from './gap.ts';
import { type Instance, type KnownText, workspaceIdentity } from './known.ts';
import { type Around, argumentsOf, type At, isMissing, listItems, functionName, resolve } from './locate.ts';
import type { Way } from './settingWays.ts';
import { argumentOf, type TextEdit, valueNodes } from './sources.ts';
import { collectionOf } from './valueTrace.ts';

/** Blocks that make several resources, each with those that it makes. */
function several(known: KnownText, type: string): Instance[][] {
  const groups = new Map<unknown, Instance[]>();
  for (const one of known.instances)
    if (one.type === type && one.mode === 'managed' && one.key !== null)
      groups.set(one.declaration, [...(groups.get(one.declaration) ?? []), one]);
  return [...groups.values()];
}

/** New workspaces and triggers as one more key, item or number of a block that makes several already. */
export function* grown({ known, said, wanted }: Gap): Generator<Way[]> {
  const ids = new Set(said.layout.workspaces.map(idOf));
  for (const workspace of wanted.layout.workspaces.filter((w) => !ids.has(idOf(w))))
    for (const group of several(known, 'tfe_workspace')) {
      const near = nearest(group, said.layout.workspaces, workspace);
      for (const { one, like } of near.slice(0, 2))
        yield clones(known, one, [
          [...wordsOf(one, like.name)],
          wordsFor(one, like.name, workspace.name),
        ]).map((edits) => ({ edits, override: false, about: one, settle: idOf(workspace) }));
    }
  const triggers = new Set(said.layout.run_triggers.map((t) => `${t.sourceable} ${t.workspace}`));
  for (const { sourceable, workspace } of wanted.layout.run_triggers) {
    if (triggers.has(`${sourceable} ${workspace}`)) continue;
    for (const group of several(known, 'tfe_run_trigger')) {
      for (const one of group.slice(0, 3)) {
        const ends = [one.resource.value('sourceable_id'), one.resource.value('workspace_id')].map((value) =>
          known.instances.find((other) => other.resource.id === value),
        );
        const next = [sourceable, workspace].map((id) => known.byIdentity.get(workspaceIdentity(id)));
        const from = ends.map((end) => (end === undefined ? [] : namesOf(end)));
        const to = next.map((end, i) =>
          end === undefined ? [] : paired(namesOf(end), from[i]?.length ?? 0),
        );
        if ([...from, ...to].some((names) => names.length === 0)) continue;
        yield clones(known, one, [from.flat(), to.flat()]).map((edits) => ({
          edits,
          override: false,
          about: one,
        }));
      }
    }
  }
}

/** The workspaces of a block, those first that are most like a new one. */
function nearest(group: readonly Instance[], all: readonly Workspace[], wanted: Workspace) {
  const likeness = (w: Workspace): number =>
    Object.entries(w).filter(
      ([key, value]) => JSON.stringify(Reflect.get(wanted, key)) === JSON.stringify(value),
    ).length;
  return group
    .flatMap((one) => {
      const like = all.find((w) => workspaceIdentity(idOf(w)) === one.identity);
      return like === undefined ? [] : [{ one, like }];
    })
    .sort((a, b) => likeness(b.like) - likeness(a.like));
}

const wordsOf = ({ key }: Instance, name: string): string[] =>
  typeof key === 'string' && key !== name ? [name, key] : [name];

/** What the key of another name would be: what is in the name before and after the key stays. */
function wordsFor({ key }: Instance, name: string, next: string): string[] {
  if (typeof key !== 'string' || key === name) return [next];
  const [start = '', end = ''] = name.split(key);
  const inside =
    next.startsWith(start) && next.endsWith(end) ? next.slice(start.length, next.length - end.length) : next;
  return [next, inside === '' ? next : inside];
}

function namesOf({ resource, key }: Instance): string[] {
  const name = resource.value('name');
  return [...(typeof name === 'string' ? [name] : []), ...(typeof key === 'string' ? [key] : [])];
}
const paired = (names: readonly string[], length: number): string[] =>
  Array.from({ length }, (_, i) => names[Math.min(i, names.length - 1)] ?? '');

/** One more part of what a block goes through, made of the part of a resource by putting other words in it. */
function clones(known: KnownText, one: Instance, [from = [], to = []]: readonly string[][]): TextEdit[][] {
  const { sources } = known;
  const { configuration, key, block } = one;
  const around: Around = { sources, configuration, scope: configuration.scope, bound: new Map() };
  const over = argumentOf(block, typeof key === 'number' ? 'count' : 'for_each');
  if (over === undefined) return [];
  const at: At = { nodes: valueNodes(over), around };
  if (typeof key === 'number') return more(at, from, to);
  const found = collectionOf(at, String(key));
  if (found === null) return [];
  return [added(found.container, found.around, copied(sources.text, sources.range(found.part), from, to))];
}

/** One more of `count`. */
function more(at: At, from: readonly string[], to: readonly string[]): TextEdit[][] {
  const found = resolve(at);
  if (found === null || isMissing(found)) return [];
  const { sources } = found.around;
  const [node] = found.nodes;
  if (node?.type === 'numeric_lit')
    return [[{ ...sources.range(node), text: String(Number(node.text) + 1) }]];
  const [list] = node?.type === 'function_call' && functionName(node) === 'length' ? argumentsOf(node) : [];
  const items = list === undefined ? null : resolve({ nodes: [list], around: found.around });
  if (items === null || isMissing(items)) return [];
  const [tuple] = items.nodes;
  const last = tuple?.type === 'tuple' ? listItems(tuple).at(-1) : undefined;
  if (tuple === undefined || last === undefined) return [];
  const item = copied(sources.text, sources.range(last), from, to);
  const [old, next] = [from.at(-1) ?? '', to.at(-1) ?? ''];
  const text =
    item.includes(old) || item !== sources.text.slice(sources.range(last).start, sources.range(last).end)
      ? item
      : `"${next}"`;
  return [added(tuple, items.around, text)];
}

function copied(
  text: string,
  { start, end }: { start: number; end: number },
  from: readonly string[],
  to: readonly string[],
): string {
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const own = text.slice(start, end).replaceAll(`\n${indent}`, '\n');
  const words = [...new Set(from)].sort((a, b) => b.length - a.length);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
  if (pattern === '') return own;
  return own.replace(
    new RegExp(`(?<![A-Za-z0-9])(?:${pattern})(?![A-Za-z0-9])`, 'g'),
    (word) => to[from.indexOf(word)] ?? word,
  );
}
