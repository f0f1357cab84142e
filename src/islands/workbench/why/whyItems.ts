import { didApply, ruleOfOutcome } from '#engine/query/describeRules.ts';
import type { Snapshot } from '#engine/query/stateAt.ts';
import type { Simulation } from '#engine/simulate/simulate.ts';
import { whyStale } from '#engine/explain/whyStale.ts';
import { short } from '#model/layout/vocabulary.ts';
import { statusLabel } from '#islands/status/statusLabel.ts';
import type { Selection } from '#state/board/boardState.ts';
import { describeStale } from './describeWhy.ts';

/** What is explained: the board at its cursor, and what was refused last. */
interface Shown {
  simulation: Simulation;
  moment: Snapshot;
  cursor: number;
  refusal: { rule: string; message: string } | null;
}

export interface WhyItem {
  key: string;
  title: string;
  rule: string;
  words: string;
  select: Selection | null;
  needsYou: boolean;
}

/** Everything that waits, ended early or did not happen, up to the cursor; what needs a person comes first. */
export function whyItemsOf({ refusal, cursor, simulation, moment }: Shown): WhyItem[] {
  const items: WhyItem[] = [];
  const applying = (id: string) => simulation.result.runs.some((run) => run.id === id && didApply(run));
  if (refusal !== null) {
    const { rule, message } = refusal;
    items.push({
      key: 'refusal',
      title: 'Refused, so nothing changed',
      rule,
      words: message,
      select: { kind: 'refusal' },
      needsYou: false,
    });
  }
  const silent = simulation.log.slice(0, cursor).filter((entry) => entry.kind === 'not_queued');
  for (const run of [...moment.runs].reverse()) {
    if (run.rule === null || run.status === 'applied') continue;
    items.push({
      key: run.id,
      title: `${short(run.workspace)}, ${run.id}: ${statusLabel(run.status, run.waiting_for)}`,
      rule: run.rule,
      words: ruleOfOutcome(run, applying(run.id))?.title ?? '',
      select: { kind: 'run', id: run.id },
      needsYou: run.waiting_for === 'confirmation' || run.waiting_for === 'policy_override',
    });
  }
  for (const [index, entry] of silent.entries()) {
    items.push({
      key: `silent-${index}`,
      title: `${short(entry.workspace)} got no run from ${short(entry.sourceable)}, ${entry.run}`,
      rule: entry.rule,
      words: entry.message,
      select: { kind: 'not_queued', index },
      needsYou: false,
    });
  }
  if (cursor >= simulation.log.length) {
    for (const stale of simulation.result.stale) {
      const wired = moment.triggers.some(
        (t) => t.sourceable === stale.sourceable && t.workspace === stale.workspace,
      );
      items.push({
        key: `stale-${stale.workspace}-${stale.sourceable}`,
        title: `${short(stale.workspace)} still has what it read from ${short(stale.sourceable)} before`,
        rule: 'RS-26',
        words: describeStale(stale, whyStale(simulation, stale, wired)),
        select: null,
        needsYou: false,
      });
    }
  }
  return items.sort((a, b) => Number(b.needsYou) - Number(a.needsYou));
}
