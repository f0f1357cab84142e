import type { HclConfiguration } from '../../config/configuration.ts';
import { holdsOutputs, placeKey } from '../../config/outputs.ts';
import type { Position, ReportHclProblem } from '../../syntax/position.ts';
import type { Resource } from '../../config/resource.ts';
import type { Block } from '../../syntax/tree.ts';
import { type Traversal, traversalsIn } from '../../syntax/traversals.ts';

interface Found {
  outputs: string[];
  /** Whether outputs are read of which it cannot be told which; that was reported. */
  all: boolean;
}

/**
 * Finds the outputs that a configuration reads of an instance of a data source. What was computed says it exactly; where
 * nothing could be computed (a branch that was not taken, a loop over an unknown value), what is written says it.
 */
export function readerOf(
  configuration: HclConfiguration,
  report: ReportHclProblem,
): (address: string, instance: Resource) => Found {
  const { outputWatch } = configuration;
  const traversals = bySource(blocksOf(configuration).flatMap(traversalsIn));
  return (address, instance) => {
    const read = outputWatch.read.get(instance.address) ?? new Set();
    const found = new Set<string>();
    let all = false;
    let named: Position | null = null;
    const tell = (place: Position) => {
      all = true;
      report(place, `which outputs of ${instance.address} are read here cannot be told`, 'unknown');
    };
    for (const { steps, places } of traversals.get(address) ?? []) {
      const at = steps.findIndex((step, i) => i > 2 && typeof step === 'string' && holdsOutputs(step));
      const place = places[at];
      if (place === undefined) continue;
      const key = at > 3 ? steps[3] : null;
      if (typeof key === 'string' || typeof key === 'number')
        if (`${address}[${JSON.stringify(key)}]` !== instance.address) continue;
      const output = steps[at + 1];
      const seen = outputWatch.seen.has(placeKey(place));
      if (typeof output === 'string') {
        if (!seen || read.has(output)) found.add(output);
      } else if (seen) named = place;
      else tell(place);
    }
    for (const output of read) found.add(output);
    for (const one of outputWatch.all) if (one.address === instance.address) tell(one.place);
    // Given another name that nothing asks for an output.
    if (named !== null && found.size === 0 && !all) tell(named);
    return { outputs: [...found], all };
  };
}

/** By the address of the data source: each of hundreds is asked for its own. */
function bySource(traversals: readonly Traversal[]): ReadonlyMap<string, readonly Traversal[]> {
  const found = new Map<string, Traversal[]>();
  for (const traversal of traversals) {
    const [first, type, name] = traversal.steps;
    if (first !== 'data' && first !== 'ephemeral') continue;
    const address = `data.${type}.${name}`;
    const known = found.get(address);
    if (known === undefined) found.set(address, [traversal]);
    else known.push(traversal);
  }
  return found;
}

function blocksOf({ declarations }: HclConfiguration): Block[] {
  const { resources, outputs, modules, providers, locals, terraform, checks, others } = declarations;
  const place = { file: '', line: 1, column: 1 };
  return [
    ...[...resources.values()].map((declaration) => declaration.block),
    ...outputs.values(),
    ...modules.values(),
    ...providers.values(),
    ...terraform,
    ...checks,
    ...others,
    { type: 'locals', labels: [], attributes: locals, blocks: [], place },
  ];
}
