import { idOf, type Read, type Workspace } from '#model/layout.ts';
import type { HclConfiguration } from '../configuration.ts';
import { ensureWorkspace, put } from '../draft.ts';
import { evaluate } from '../evaluate.ts';
import type { Reading } from '../reading.ts';
import type { Resource } from '../resource.ts';
import type { Block } from '../syntax.ts';
import { type Traversal, traversalsIn } from '../traversals.ts';
import { isMap, kindOf, toBool, toText, Unknown, type Value } from '../value.ts';
import { ownWorkspace } from './ownWorkspace.ts';

const SOURCES = ['terraform_remote_state', 'tfe_outputs'] as const;
const VALUES = ['outputs', 'values', 'nonsensitive_values'];

/**
 * What the configurations themselves read and give: they belong to the workspace that their `cloud` or `backend` block
 * names. An output that is read of a workspace whose configuration is not among the files is taken to exist there.
 */
export function readReads(reading: Reading, configurations: readonly HclConfiguration[]): void {
  const described = new Set<Workspace>();
  for (const configuration of configurations) {
    const own = ownWorkspace(reading, configuration);
    if (own !== undefined) {
      described.add(own);
      readOutputs(reading, configuration, own);
    }
    readSources(reading, configuration, own);
  }
  for (const { reads } of described)
    for (const read of reads) {
      const source = reading.draft.layout.workspaces.find((workspace) => idOf(workspace) === read.workspace);
      if (source === undefined || described.has(source)) continue;
      if (!source.outputs.some((output) => output.name === read.output))
        source.outputs.push({ name: read.output, sensitive: false });
    }
}

function readOutputs(reading: Reading, { declarations, scope }: HclConfiguration, own: Workspace): void {
  for (const [name, block] of declarations.outputs) {
    const written = block.attributes.get('sensitive')?.value;
    const sensitive = written === undefined ? false : toBool(evaluate(written, scope));
    put(reading.draft, own.outputs, { name, sensitive: sensitive === true }, block.place);
  }
}

function readSources(reading: Reading, configuration: HclConfiguration, own: Workspace | undefined): void {
  const { declarations, instances } = configuration;
  const sources = [...declarations.resources.values()].filter(
    (d) => d.mode === 'data' && SOURCES.some((type) => type === d.type),
  );
  if (sources.length === 0) return;
  const traversals = blocksOf(configuration).flatMap(traversalsIn);
  for (const declaration of sources)
    for (const instance of instances(declaration)) {
      const via = declaration.type === 'tfe_outputs' ? 'tfe_outputs' : 'terraform_remote_state';
      const source =
        via === 'tfe_outputs' ? outputsSource(reading, instance) : stateSource(reading, instance);
      if (source === undefined) continue;
      if (own === undefined) {
        reading.report(
          declaration.block.place,
          `${instance.address} is read by the workspace of these files, whose name no cloud or backend block gives`,
          'unknown',
        );
        continue;
      }
      const workspace = idOf(
        ensureWorkspace(reading.draft, source.organization, source.name, instance.place),
      );
      for (const output of outputsRead(reading, traversals, declaration.address, instance)) {
        const read: Read = { workspace, output, via };
        const same = own.reads.some((r) => r.workspace === workspace && r.output === output && r.via === via);
        if (!same) put(reading.draft, own.reads, read, instance.place);
      }
    }
}

function blocksOf({ declarations }: HclConfiguration): Block[] {
  const { resources, outputs, modules, providers, locals, terraform, checks } = declarations;
  const place = { file: '', line: 1, column: 1 };
  return [
    ...[...resources.values()].map((declaration) => declaration.block),
    ...outputs.values(),
    ...modules.values(),
    ...providers.values(),
    ...terraform,
    ...checks,
    { type: 'locals', labels: [], attributes: locals, blocks: [], place },
  ];
}

function outputsRead(
  reading: Reading,
  traversals: readonly Traversal[],
  address: string,
  instance: Resource,
): Set<string> {
  const found = new Set<string>();
  for (const { steps, place } of traversals) {
    const start = steps[0] === 'ephemeral' ? ['data', ...steps.slice(1)] : steps;
    if (start.slice(0, 3).join('.') !== address) continue;
    const at = start.findIndex((step, i) => i > 2 && VALUES.some((name) => name === step));
    if (at < 0) continue;
    const key = at > 3 ? start[3] : null;
    if (typeof key === 'string' || typeof key === 'number')
      if (`${address}[${JSON.stringify(key)}]` !== instance.address) continue;
    const output = start[at + 1];
    if (typeof output === 'string') found.add(output);
    else
      reading.report(place, `which outputs of ${instance.address} are read here cannot be told`, 'unknown');
  }
  return found;
}

interface Source {
  organization: string;
  name: string;
}

function outputsSource(reading: Reading, instance: Resource): Source | undefined {
  const name = toText(instance.value('workspace'));
  const organization = reading.organizationOf(instance);
  if (typeof name === 'string' && organization !== null) return { organization, name };
  if (name instanceof Unknown)
    reading.report(instance.placeOf('workspace'), `workspace cannot be known: ${name.reason}`, kindOf(name));
  return undefined;
}

/** State that does not lie in HCP Terraform has no workspace in a layout, and is left alone. */
function stateSource(reading: Reading, instance: Resource): Source | undefined {
  if (!['remote', 'cloud'].some((backend) => instance.value('backend') === backend)) return undefined;
  const [block] = instance.blocks('config');
  const config = instance.value('config');
  const part = (name: string): Value =>
    isMap(config) ? (config.get(name) ?? null) : (block?.value(name) ?? null);
  const fail = (value: Unknown): undefined => {
    reading.report(
      instance.placeOf('config'),
      `${instance.address}: the workspace cannot be known: ${value.reason}`,
      kindOf(value),
    );
    return undefined;
  };
  if (config instanceof Unknown) return fail(config);
  const workspaces = part('workspaces');
  if (workspaces instanceof Unknown) return fail(workspaces);
  const inside = (name: string): Value =>
    isMap(workspaces)
      ? (workspaces.get(name) ?? null)
      : (block?.blocks('workspaces')[0]?.value(name) ?? null);
  const prefix = inside('prefix');
  const own = prefix === null ? inside('name') : instance.value('workspace');
  const [start, name, organization] = [toText(prefix ?? ''), toText(own), toText(part('organization'))];
  if (start instanceof Unknown) return fail(start);
  if (name instanceof Unknown) return fail(name);
  if (organization instanceof Unknown) return fail(organization);
  return { organization, name: `${start}${name}` };
}
