import { idOf, type Workspace } from '#model/layout/layout.ts';
import type { Gap } from './gap.ts';
import { projectIdentity, workspaceIdentity } from './known.ts';
import { blocksFor, namesIn, type PlainNames, placedBlocks } from './plain.ts';
import { inserted, onlyFor, settingWays, type Way } from './settingWays.ts';
import { argumentOf } from './sources.ts';
import { type Wanted, wantedText } from './valueTrace.ts';

export const SETTINGS = 'tfe_workspace_settings';

/** The fields of a workspace that arguments hold: where they may be, and what is written for a value. */
const FIELDS = {
  auto_apply: { name: 'auto_apply', on: ['tfe_workspace', SETTINGS] },
  auto_apply_run_trigger: { name: 'auto_apply_run_trigger', on: ['tfe_workspace'] },
  execution_mode: { name: 'execution_mode', on: [SETTINGS, 'tfe_workspace'] },
  global_remote_state: { name: 'global_remote_state', on: [SETTINGS, 'tfe_workspace'] },
  remote_state_consumer_ids: { name: 'remote_state_consumer_ids', on: [SETTINGS, 'tfe_workspace'] },
  project: { name: 'project_id', on: ['tfe_workspace'] },
} as const;
type Field = keyof typeof FIELDS;

function wantedField(workspace: Workspace, field: Field, names: PlainNames): Wanted | null {
  const value = workspace[field];
  if (typeof value === 'boolean') return { source: String(value), text: null };
  if (field === 'project') {
    const name = typeof value === 'string' ? names(projectIdentity(workspace.organization, value)) : null;
    return value === null
      ? { source: 'null', text: null }
      : name === null
        ? null
        : { source: `${name}.id`, text: null };
  }
  if (typeof value === 'string') return wantedText(value);
  if (!Array.isArray(value)) return null;
  const items = workspace.remote_state_consumer_ids.map((id) => ({
    source: `${names(workspaceIdentity(id))}.id`,
    is: `<${workspaceIdentity(id)}>`,
    known: names(workspaceIdentity(id)) !== null,
  }));
  if (items.some((item) => !item.known)) return null;
  return { source: `[${items.map(({ source }) => source).join(', ')}]`, text: null, items };
}

export function* settings(gap: Gap, only: string | null = null): Generator<Way[]> {
  const { known, said, wanted } = gap;
  const { names } = namesIn(known, []);
  for (const workspace of wanted.layout.workspaces) {
    const id = idOf(workspace);
    const now = said.layout.workspaces.find((w) => idOf(w) === id);
    if (now === undefined || (only !== null && only !== id)) continue;
    for (const field of Object.keys(FIELDS) as Field[]) {
      if (JSON.stringify(now[field]) === JSON.stringify(workspace[field])) continue;
      const value = wantedField(workspace, field, names);
      if (value === null) continue;
      const { name, on } = FIELDS[field];
      const hosts = on.flatMap((type) => {
        const identity = type === SETTINGS ? `${SETTINGS} <${workspaceIdentity(id)}>` : workspaceIdentity(id);
        const one = known.byIdentity.get(identity);
        return one === undefined || one.mode !== 'managed' ? [] : [one];
      });
      const written = hosts.filter((one) => argumentOf(one.block, name) !== undefined);
      const ways = [...written, ...hosts.filter((one) => !written.includes(one))].flatMap((one) =>
        settingWays(known, one, name, value),
      );
      const own = settingsBlock(gap, workspace, name, value);
      const agent = field === 'execution_mode' && workspace.execution_mode === 'agent';
      const near = ways.filter((way) => !way.override && written.includes(way.about));
      yield agent ? [...withPool(gap, near), ...own, ...withPool(gap, ways)] : [...near, ...own, ...ways];
    }
  }
}

/** The agent pool that workspaces of mode `agent` name, and its block where the text has none. */
function poolFor({ known, wanted }: Gap): { id: string; block: { type: string; text: string }[] } {
  const own = known.instances.find(({ type }) => type === 'tfe_agent_pool');
  const fresh = wanted.known.instances.find(({ type }) => type === 'tfe_agent_pool');
  if (own !== undefined || fresh === undefined)
    return { id: `${own?.address ?? 'tfe_agent_pool.agents'}.id`, block: [] };
  return { id: `${fresh.address}.id`, block: blocksFor(wanted, known, [fresh]) ?? [] };
}

/** A block of settings of its own, where the workspace has none: the others of its block stay as they are. */
function settingsBlock(gap: Gap, workspace: Workspace, name: string, { source }: Wanted): Way[] {
  const { known } = gap;
  const identity = workspaceIdentity(idOf(workspace));
  const one = known.byIdentity.get(identity);
  const given = FIELDS.auto_apply.name === name || name === 'auto_apply_run_trigger' || name === 'project_id';
  if (one === undefined || given || known.byIdentity.has(`${SETTINGS} <${identity}>`)) return [];
  const taken = new Set(known.instances.map(({ declaration }) => declaration.address));
  const base = workspace.name.replace(/\W/g, '_').replace(/^(?=\d)/, '_');
  let label = base;
  for (let n = 2; taken.has(`${SETTINGS}.${label}`); n++) label = `${base}_${n}`;
  const pool = source === '"agent"' ? poolFor(gap) : null;
  const rows = [
    ['workspace_id', `${one.address}.id`],
    [name, source],
    ...(pool === null ? [] : [['agent_pool_id', pool.id]]),
  ];
  const width = Math.max(...rows.map(([key = '']) => key.length));
  const body = rows.map(([key = '', value]) => `  ${key.padEnd(width)} = ${value}\n`).join('');
  const text = `resource "${SETTINGS}" "${label}" {\n${body}}`;
  const edits = placedBlocks(known, [{ type: SETTINGS, text }, ...(pool?.block ?? [])]);
  return [{ edits, override: false, about: one }];
}

/** The provider wants an agent pool beside that mode; of several workspaces only those that have it may name one. */
function withPool(gap: Gap, ways: readonly Way[]): Way[] {
  const { id, block } = poolFor(gap);
  return ways.map((way) => {
    const { about } = way;
    if (argumentOf(about.block, 'agent_pool_id') !== undefined) return way;
    const source = about.key === null ? id : `${onlyFor(about)} ? ${id} : null`;
    return {
      ...way,
      override: way.override || about.key !== null,
      edits: [
        ...way.edits,
        inserted(gap.known, about.block, 'agent_pool_id', source),
        ...placedBlocks(gap.known, block),
      ],
    };
  });
}
