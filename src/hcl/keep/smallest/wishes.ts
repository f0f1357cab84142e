import { idOf } from '#model/layout/layout.ts';
import { comments, escaped } from './commentEdits.ts';
import { settings, SETTINGS } from './fields.ts';
import type { Gap } from './gap.ts';
import { grown } from './grown.ts';
import { type Instance, type KnownText, workspaceIdentity } from './known.ts';
import { adding, argumentNames, namesIn, type Plain, wantedOf } from './plain.ts';
import { removing, settingWays, type Way } from './settingWays.ts';
import { argumentOf, bodyOf, type TextEdit } from './sources.ts';
import { wantedText } from './valueTrace.ts';

const WORKSPACE_TYPES = ['tfe_workspace', SETTINGS];
const isLess = (gap: Gap, one: Instance): boolean => !gap.wanted.known.byIdentity.has(one.identity);

/**
 * Every change that may bring a text nearer to what it should say, in the order in which they are tried.
 * @param only the workspace whose settings may change; null for everything
 */
export function* textWays(gap: Gap, only: string | null): Generator<Way[]> {
  if (only !== null) return yield* settings(gap, only);
  yield* renames(gap);
  yield* settings(gap);
  yield* changes(gap);
  yield* removals(gap);
  yield* comments(gap);
  yield* grown(gap);
  yield* additions(gap);
}

/** The parts of one type that are gone and new: where it is one each, it may be another name for the same. */
function* renames({ known, said, wanted }: Gap): Generator<Way[]> {
  const [before, after] = [said.layout.workspaces, wanted.layout.workspaces];
  const [was, is] = [new Set(before.map(idOf)), new Set(after.map(idOf))];
  const gone = before.filter((w) => !is.has(idOf(w)));
  const fresh = after.filter((w) => !was.has(idOf(w)));
  for (const workspace of gone) {
    const next = after.length === before.length ? after[before.indexOf(workspace)] : fresh[0];
    const to =
      next !== undefined && fresh.includes(next)
        ? next
        : fresh.length === gone.length
          ? fresh[gone.indexOf(workspace)]
          : undefined;
    if (to === undefined || to.organization !== workspace.organization) continue;
    yield renaming(
      known,
      workspaceIdentity(idOf(workspace)),
      workspace.name,
      to.name,
      workspace.organization,
    );
  }
  for (const type of [
    'tfe_project',
    'tfe_team',
    'tfe_variable_set',
    'tfe_policy',
    'tfe_organization_run_task',
  ]) {
    const less = said.known.instances.filter(
      (one) => one.type === type && !wanted.known.byIdentity.has(one.identity),
    );
    const more = wanted.known.instances.filter(
      (one) => one.type === type && !said.known.byIdentity.has(one.identity),
    );
    const [from, to] = [less[0]?.resource.value('name'), more[0]?.resource.value('name')];
    if (less.length === 1 && more.length === 1 && typeof from === 'string' && typeof to === 'string')
      yield renaming(known, less[0]?.identity ?? '', from, to, null);
  }
}

/** Another name, and where texts of the files and comments of the app say the old one, there too. */
function renaming(
  known: KnownText,
  identity: string,
  from: string,
  to: string,
  organization: string | null,
): Way[] {
  const one = known.byIdentity.get(identity);
  if (one === undefined || one.mode !== 'managed') return [];
  const { text } = known.sources;
  const all = (pattern: RegExp, put: string): TextEdit[] =>
    [...text.matchAll(pattern)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      text: put,
    }));
  const comments: TextEdit[] = [...text.matchAll(/^[ \t]*(?:#|\/\/) runchain: (?!file ).*$/gm)].flatMap(
    (line) => {
      const changed = line[0]
        .replaceAll(`"${organization}/${from}"`, `"${organization}/${to}"`)
        .replace(` ${organization}/${from} {`, ` ${organization}/${to} {`);
      return changed === line[0] || organization === null
        ? []
        : [{ start: line.index, end: line.index + line[0].length, text: changed }];
    },
  );
  const quotes = all(new RegExp(`(?<=["])${escaped(from)}(?=["])`, 'g'), to);
  return settingWays(known, one, 'name', wantedText(to)).flatMap((way) => {
    const ranges = way.edits.map(({ start, end }) => [start, end] as const);
    const free = (edit: TextEdit) => ranges.every(([start, end]) => edit.end <= start || edit.start >= end);
    return [
      way,
      { ...way, edits: [...way.edits, ...comments] },
      {
        ...way,
        edits: [
          ...way.edits,
          ...comments,
          ...quotes.filter((q) => free(q) && !comments.some((c) => c.start <= q.start && q.end <= c.end)),
        ],
      },
    ];
  });
}

/** Arguments of everything else. */
function* changes({ known, said, wanted }: Gap): Generator<Way[]> {
  const { names } = namesIn(known, []);
  for (const one of wanted.known.instances) {
    const before = said.known.byIdentity.get(one.identity);
    const own = known.byIdentity.get(one.identity);
    if (before === undefined || own === undefined || WORKSPACE_TYPES.includes(one.type)) continue;
    for (const name of new Set([...argumentNames(one), ...argumentNames(before)])) {
      const is = wanted.known.canonical(one.resource.value(name));
      if (said.known.canonical(before.resource.value(name)) === is) continue;
      const value = wantedOf(wanted, one, name, names);
      if (value !== null) yield settingWays(known, own, name, value);
    }
    yield nested(wanted, one, before, said, own, known);
  }
}

/** Blocks inside of a block, such as permissions: the whole of them, where the block makes one resource. */
function nested(
  wanted: Plain,
  one: Instance,
  before: Instance,
  said: Plain,
  own: Instance,
  known: KnownText,
): Way[] {
  const blocks = (plain: Plain, { block }: Instance) =>
    (bodyOf(block)?.namedChildren ?? [])
      .filter((child) => child.type === 'block')
      .map((child) =>
        plain.known.sources.text.slice(
          plain.known.sources.range(child).start,
          plain.known.sources.range(child).end,
        ),
      );
  const [is, was] = [blocks(wanted, one), blocks(said, before)];
  if (own.key !== null || JSON.stringify(is) === JSON.stringify(was)) return [];
  const old = (bodyOf(own.block)?.namedChildren ?? []).filter((child) => child.type === 'block');
  const access = argumentOf(own.block, 'access');
  const gone = [...old, ...(is.length > 0 && access !== undefined ? [access] : [])];
  const [first] = gone;
  if (first === undefined) {
    const { end } = known.sources.range(own.block);
    return [
      {
        edits: [{ start: end - 1, end: end - 1, text: `\n  ${is.join('\n\n  ')}\n` }],
        override: false,
        about: own,
      },
    ];
  }
  const edits = gone.map((child, i) => ({
    ...known.sources.range(child),
    text: i === 0 ? is.join('\n\n  ') : '',
  }));
  return [{ edits, override: false, about: own }];
}

function* removals(gap: Gap): Generator<Way[]> {
  const { known, said } = gap;
  const less = said.known.instances.filter((one) => isLess(gap, one) && one.type !== SETTINGS);
  for (const one of [
    ...less.filter((o) => o.type !== 'tfe_workspace'),
    ...less.filter((o) => o.type === 'tfe_workspace'),
  ]) {
    const own = known.byIdentity.get(one.identity);
    if (own === undefined || own.mode !== 'managed') continue;
    const ways = removing(known, own);
    const inside = `<${one.identity}>`;
    const dependents = known.instances.filter((other) => other !== own && other.identity.includes(inside));
    const more = (way: Way, from: readonly Instance[]): Way => {
      const found = from.map((other) => removing(known, other)[0]);
      return {
        ...way,
        edits: [...way.edits, ...namedComments(gap, one), ...found.flatMap((next) => next?.edits ?? [])],
        override: way.override || found.some((next) => next?.override === true),
      };
    };
    const alone = dependents.filter(({ key }) => key === null);
    yield ways.flatMap((way) => [more(way, []), more(way, alone), more(way, dependents)]);
  }
}

/** Comments that say something of a workspace that goes. */
function namedComments({ known, said }: Gap, one: Instance): TextEdit[] {
  const workspace = said.layout.workspaces.find((w) => workspaceIdentity(idOf(w)) === one.identity);
  if (workspace === undefined) return [];
  const { text } = known.sources;
  const line = new RegExp(
    `^[ \\t]*(?:#|//)\\s*runchain:\\s+workspace\\s+${escaped(idOf(workspace))}\\s.*\\n?`,
    'gm',
  );
  return [...text.matchAll(line)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: '',
  }));
}

function* additions(gap: Gap): Generator<Way[]> {
  const { known, said, wanted } = gap;
  const existing = new Set(said.layout.workspaces.map((w) => `${SETTINGS} <${workspaceIdentity(idOf(w))}>`));
  const fresh = wanted.known.instances.filter(
    (one) =>
      !said.known.byIdentity.has(one.identity) &&
      !existing.has(one.identity) &&
      !known.byIdentity.has(one.identity),
  );
  const way = (some: readonly Instance[]): Way[] => {
    const [about] = some;
    const edits = adding(wanted, known, some);
    return edits === null || about === undefined ? [] : [{ edits, override: false, about }];
  };
  yield way(fresh);
  for (const one of fresh) yield way([one]);
}
