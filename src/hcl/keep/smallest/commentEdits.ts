import { idOf } from '#model/layout/layout.ts';
import type { Gap } from './gap.ts';
import { type Instance, type KnownText, workspaceIdentity } from './known.ts';
import { commentOf } from './plain.ts';
import type { Way } from './settingWays.ts';
import type { TextEdit } from './sources.ts';

/** A text as a pattern that finds it. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** What only a comment holds. */
export function* comments(gap: Gap): Generator<Way[]> {
  const { known, said, wanted } = gap;
  const [first] = known.instances;
  if (first === undefined) return;
  const line = (part: string, before: Instance, fields: Record<string, unknown>): Way => ({
    edits: [commented(known, part, before, fields)],
    override: false,
    about: before,
  });
  if (said.layout.ruleset !== wanted.layout.ruleset)
    yield [line('layout', first, { ruleset: wanted.layout.ruleset })];
  for (const { name, concurrency } of wanted.layout.organizations)
    if (said.layout.organizations.some((o) => o.name === name && o.concurrency !== concurrency))
      yield [line(`organization ${name}`, first, { concurrency })];
  for (const workspace of wanted.layout.workspaces) {
    const id = idOf(workspace);
    const now = said.layout.workspaces.find((w) => idOf(w) === id);
    if (now === undefined) continue;
    const own = known.byIdentity.get(workspaceIdentity(id)) ?? first;
    const plain = jsonOf(commentOf(wanted.known.sources.text, `workspace ${id}`), id);
    for (const [field, value] of Object.entries(workspace)) {
      if (JSON.stringify(Reflect.get(now, field)) === JSON.stringify(value)) continue;
      const keys = { policies: ['failing_policies', 'policy_order'], run_tasks: ['failing_run_tasks'] }[
        field
      ] ?? [field];
      const lean = Object.fromEntries(keys.map((key) => [key, plain[key]]));
      const whole =
        field in { policies: 0, run_tasks: 0, variables: 0, project: 0 } ? [] : [{ [field]: value }];
      yield [lean, ...whole].map((fields) => line(`workspace ${id}`, own, fields));
    }
  }
}

const jsonOf = (line: string, id: string): Record<string, unknown> => {
  const start = line.indexOf(`workspace ${id} {`);
  return start < 0 ? {} : JSON.parse(line.slice(line.indexOf('{', start)));
};

/** The comment of a part with other fields: the one that there is, or a new one before a block. */
function commented(
  { sources }: KnownText,
  part: string,
  before: Instance,
  fields: Record<string, unknown>,
): TextEdit {
  const { text } = sources;
  const found = new RegExp(
    `^([ \\t]*(?:#|//)\\s*runchain:\\s+${escaped(part)}\\s+)(\\{.*\\})[ \\t]*$`,
    'm',
  ).exec(text);
  let old: Record<string, unknown> = {};
  try {
    old = found === null ? {} : { ...JSON.parse(found[2] ?? '{}') };
  } catch {
    // What cannot be read is written anew.
  }
  const next = Object.fromEntries(
    Object.entries({ ...old, ...fields }).filter(([, value]) => value !== undefined),
  );
  const line = Object.keys(next).length === 0 ? '' : JSON.stringify(next);
  if (found !== null) {
    const end = found.index + found[0].length;
    return line === ''
      ? { start: found.index, end: end + 1, text: '' }
      : { start: found.index, end, text: `${found[1]}${line}` };
  }
  const { start } = sources.range(before.block);
  const at = text.lastIndexOf('\n', start - 1) + 1;
  return { start: at, end: at, text: line === '' ? '' : `# runchain: ${part} ${line}\n` };
}
