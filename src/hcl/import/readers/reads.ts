import { idOf, type Read, type Workspace } from '#model/layout/layout.ts';
import { computeAll } from '../../config/computeAll.ts';
import type { HclConfiguration } from '../../config/configuration.ts';
import type { Declaration } from '../../config/declarations.ts';
import { ensureWorkspace, put } from '../layoutDraft.ts';
import { evaluate } from '../../eval/evaluate.ts';
import { isSource } from '../../config/outputs.ts';
import type { Reading } from '../reading.ts';
import { toBool } from '../../eval/value.ts';
import { readerOf } from './outputsRead.ts';
import { ownWorkspace } from './ownWorkspace.ts';
import { sourceOf } from './source.ts';

/**
 * What the configurations themselves read and give: they belong to the workspace that their `cloud` or `backend` block
 * names. An output that is read of a workspace whose configuration is not among the files is taken to exist there.
 * @returns tells what the files leave open about what is read; to be called when the layout holds everything else
 */
export function readReads(reading: Reading, configurations: readonly HclConfiguration[]): () => void {
  const described = new Set<Workspace>();
  const open: (() => void)[] = [];
  for (const configuration of configurations) {
    const sources = [...configuration.declarations.resources.values()].filter(
      (d) => d.mode === 'data' && isSource(d.type),
    );
    const own = ownWorkspace(reading, configuration, sources.length > 0);
    if (own !== undefined) {
      described.add(own);
      readOutputs(reading, configuration, own);
    }
    if (sources.length > 0) open.push(...readSources(reading, configuration, sources, own));
  }
  for (const { reads } of described)
    for (const read of reads) {
      const source = reading.draft.layout.workspaces.find((workspace) => idOf(workspace) === read.workspace);
      if (source === undefined || described.has(source)) continue;
      if (!source.outputs.some((output) => output.name === read.output))
        source.outputs.push({ name: read.output, sensitive: false });
    }
  return () => {
    for (const tell of open) tell();
  };
}

function readOutputs(reading: Reading, { declarations, scope }: HclConfiguration, own: Workspace): void {
  for (const [name, block] of declarations.outputs) {
    const written = block.attributes.get('sensitive')?.value;
    const sensitive = written === undefined ? false : toBool(evaluate(written, scope));
    put(reading.draft, own.outputs, { name, sensitive: sensitive === true }, block.place);
  }
}

function readSources(
  reading: Reading,
  configuration: HclConfiguration,
  sources: readonly Declaration[],
  own: Workspace | undefined,
): (() => void)[] {
  computeAll(configuration);
  const reader = readerOf(configuration, reading.report);
  const open: (() => void)[] = [];
  for (const declaration of sources) {
    const { place } = declaration.block;
    const via = declaration.type === 'tfe_outputs' ? 'tfe_outputs' : 'terraform_remote_state';
    let [some, any] = [false, false];
    for (const instance of configuration.instances(declaration)) {
      const source = sourceOf(reading, instance);
      if (source === undefined) continue;
      some = true;
      if (own === undefined) {
        any = true;
        reading.report(
          place,
          `${instance.address} is read by the workspace of these files, whose name no cloud or backend block gives`,
          'unknown',
        );
        continue;
      }
      const known = ensureWorkspace(reading.draft, source.organization, source.name, instance.place);
      const workspace = idOf(known);
      const { outputs, all } = reader(declaration.address, instance);
      if (outputs.length > 0 || all) any = true;
      for (const output of outputs) {
        const read: Read = { workspace, output, via };
        const same = own.reads.some((r) => r.workspace === workspace && r.output === output && r.via === via);
        if (!same) put(reading.draft, own.reads, read, instance.place);
      }
      if (instance.has('defaults'))
        reading.report(
          instance.placeOf('defaults'),
          `the defaults of ${instance.address} have no place in a layout: there, a plan fails where an output is missing`,
          'ignored',
        );
      open.push(() => {
        if (via === 'tfe_outputs' && own.tfe_token_team === null)
          reading.report(
            place,
            `whose token reads the outputs of ${workspace} is not in these files, so ${idOf(own)} has none in the layout`,
            'unknown',
          );
      });
      if (known !== own) open.push(() => tellSharing(reading, known, declaration));
    }
    if (some && !any)
      reading.report(place, `no output of ${declaration.address} is read in these files`, 'ignored');
  }
  return open;
}

/** Of a workspace that is only read here, a layout would assert that it shares with nobody. */
function tellSharing(reading: Reading, workspace: Workspace, { block }: Declaration): void {
  const id = idOf(workspace);
  if (reading.settled.has(workspace) || workspace.global_remote_state) return;
  if (workspace.remote_state_consumer_ids.length > 0) return;
  reading.report(
    block.place,
    `with whom ${id} shares its state is not in these files, so it shares with nobody in the layout`,
    'unknown',
  );
}
