import { idOf, type Layout } from '#model/layout/layout.ts';
import { exportLayout } from '../../export/exportLayout.ts';
import type { HclParser } from '../../syntax/hclParser.ts';
import { quoted } from '../../syntax/print.ts';
import { toText } from '../../eval/value.ts';
import { type Instance, type KnownText, knownIn } from './known.ts';
import { argumentOf, bodyOf, type TextEdit, valueNodes } from './sources.ts';
import type { Wanted } from './valueTrace.ts';

/** A layout as the app writes it, one block for each resource: what a text is compared with. */
export interface Plain {
  known: KnownText;
  layout: Layout;
}

export function plainLayoutText(parser: HclParser, layout: Layout): Plain | null {
  const known = knownIn(parser, exportLayout(layout));
  return known === null ? null : { known, layout };
}

/** How the parts of a plain text are called in another text, and the labels of those that are put into it. */
export type PlainNames = (identity: string) => string | null;

export function namesIn(
  known: KnownText,
  fresh: readonly Instance[],
): { names: PlainNames; labels: ReadonlyMap<Instance, string> } {
  const taken = new Set(known.instances.map(({ declaration }) => declaration.address));
  const labels = new Map<Instance, string>();
  const addresses = new Map<string, string>();
  for (const one of fresh) {
    const [, base = ''] = one.declaration.address.split('.');
    let label = base;
    for (let n = 2; taken.has(`${one.type}.${label}`); n++) label = `${base}_${n}`;
    taken.add(`${one.type}.${label}`);
    labels.set(one, label);
    addresses.set(one.identity, `${one.type}.${label}`);
  }
  return {
    labels,
    names: (identity) => known.byIdentity.get(identity)?.address ?? addresses.get(identity) ?? null,
  };
}

const REFERENCE = /\b(tfe_\w+\.[\w-]+)\.(id|name)\b/g;

/** A piece of a plain text with references as they are in another text; null where something is not there. */
function translated(piece: string, { known }: Plain, names: PlainNames): string | null {
  let missing = false;
  // Texts in quotes hold no reference: the app writes no templates.
  const parts = piece.split(/("(?:[^"\\]|\\.)*")/);
  const made = parts.map((part, i) =>
    i % 2 === 1
      ? part
      : part.replace(REFERENCE, (_found, address: string, field: string) => {
          const one = known.instances.find((instance) => instance.address === address);
          const name = one === undefined ? null : names(one.identity);
          if (name !== null) return `${name}.${field}`;
          const plain = one === undefined ? null : toText(one.resource.value('name'));
          if (one?.type === 'tfe_organization' && typeof plain === 'string') return quoted(plain);
          missing = true;
          return '';
        }),
  );
  return missing ? null : made.join('');
}

/** What an argument of a plain text says, as it would be written in another text. */
export function wantedOf(plain: Plain, one: Instance, name: string, names: PlainNames): Wanted | null {
  const attribute = argumentOf(one.block, name);
  if (attribute === undefined) return { source: 'null', text: null };
  const [value] = valueNodes(attribute);
  if (value === undefined) return null;
  const { start, end } = plain.known.sources.range(value);
  const source = translated(plain.known.sources.text.slice(start, end), plain, names);
  const said = one.resource.value(name);
  return source === null
    ? null
    : { source, text: typeof said === 'string' && source.startsWith('"') ? said : null };
}

/** Blocks of a plain text, put into another one: behind the last of their type, else at its end. */
export function adding(plain: Plain, known: KnownText, fresh: readonly Instance[]): TextEdit[] | null {
  const blocks = blocksFor(plain, known, fresh);
  return blocks === null ? null : placedBlocks(known, blocks);
}

/** Blocks of a plain text as they are written in another one; null where that has not what they name. */
export function blocksFor(
  plain: Plain,
  known: KnownText,
  fresh: readonly Instance[],
): { type: string; text: string }[] | null {
  const { names, labels } = namesIn(known, fresh);
  const texts: { type: string; text: string }[] = [];
  for (const one of fresh) {
    const { sources } = plain.known;
    const { start, end } = sources.range(one.block);
    const text = translated(sources.text.slice(start, end), plain, names);
    if (text === null) return null;
    const [, label = ''] = one.declaration.address.split('.');
    const named = text.replace(`"${label}"`, `"${labels.get(one)}"`);
    const workspace = plain.layout.workspaces.find(
      (w) => one.type === 'tfe_workspace' && identityOf(w) === one.identity,
    );
    const comment = workspace === undefined ? '' : commentOf(sources.text, `workspace ${idOf(workspace)}`);
    texts.push({ type: one.type, text: `${comment}${named}` });
  }
  return texts;
}

const identityOf = ({ organization, name }: { organization: string; name: string }): string =>
  `tfe_workspace ${JSON.stringify(organization)} ${JSON.stringify(name)}`;

/** The line of a plain text that says of a part what HCL has no place for; '' where there is none. */
export function commentOf(text: string, part: string): string {
  const start = text.indexOf(`# runchain: ${part} {`);
  return start < 0 ? '' : `${text.slice(start, text.indexOf('\n', start))}\n`;
}

/** New blocks come after the last one of their type, else after the last one of all. */
export function placedBlocks(
  { sources, instances }: KnownText,
  blocks: readonly { type: string; text: string }[],
): TextEdit[] {
  const { text } = sources;
  const behind = new Map<number, string[]>();
  const rest: string[] = [];
  for (const block of blocks) {
    const last = instances.findLast((one) => one.type === block.type && one.mode === 'managed');
    if (last === undefined) rest.push(block.text);
    else {
      const line = text.indexOf('\n', sources.range(last.block).end);
      const at = line < 0 ? text.length : line;
      behind.set(at, [...(behind.get(at) ?? []), block.text]);
    }
  }
  const edits = [...behind].map(([at, texts]) => ({
    start: at,
    end: at,
    text: texts.map((one) => `\n\n${one}`).join(''),
  }));
  if (rest.length === 0) return edits;
  const final = instances.findLast((one) => one.mode === 'managed');
  const from = final === undefined ? 0 : sources.range(final.block).end;
  const mark = text.indexOf('\n# runchain: file ', from);
  const end = mark < 0 ? text.length : mark + 1;
  const { length } = text.slice(0, end).trimEnd();
  return [...edits, { start: length, end, text: `\n\n${rest.join('\n\n')}\n${mark < 0 ? '' : '\n'}` }];
}

/** The arguments of a block, by name. */
export const argumentNames = ({ block }: Instance): string[] =>
  bodyOf(block)?.namedChildren.flatMap((child) =>
    child.type === 'attribute' ? [child.firstNamedChild?.text ?? ''] : [],
  ) ?? [];
