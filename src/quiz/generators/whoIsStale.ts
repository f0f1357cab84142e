import type { Scenario } from '#model/scenario/action.ts';
import { listed } from '#model/wording/listed.ts';
import { idOf, type Read } from '#model/layout/layout.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers, resultOf } from './kit/answers.ts';
import { drawEdges, drawNames, type DrawnWorkspace, once, scenarioOf, start } from './kit/drawBoard.ts';
import { dealPattern, laidOut, rightIn } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import type { Why } from './kit/describeReason.ts';
import { actionsText, codeName, slugOf } from './kit/describeBoard.ts';

const BELIEVERS = [
  'triggers-carry-values',
  'staleness-spreads',
  'guide-auto-apply',
  'triggered-runs-never-apply',
];
const OUTPUTS = ['vpc_id', 'zone_id', 'subnet_ids', 'endpoint', 'role_arn', 'bucket'] as const;

/**
 * Whose last applied run read something that was applied again since? Keyed by `stale`. Four and five workspaces are
 * asked about equally often, and each pattern with up to n − 2 right ones gets its share of the draws with n: 1/10 and
 * 1/25.
 */
export const whoIsStale: Family = {
  id: 'who-is-stale',
  title: 'Which workspaces are out of date?',
  objective: '6b',
  topic: 'remote-state',
  draw(random, deal) {
    const count = deal.pick([4, 5]);
    // One who reads nothing is always there, and nobody mistakes the first one of all: at most n − 2 are right.
    const pattern = dealPattern(deal, count, count - 2);
    const scenario = board(random, pattern.length, rightIn(pattern));
    const result = scenario && resultOf(scenario);
    if (scenario === null || result === null) return null;
    const stale = new Set(result.stale.map((row) => row.workspace));
    if (stale.size !== rightIn(pattern)) return null;
    const all = scenario.layout.workspaces.map(idOf);
    const ids = laidOut(
      random,
      pattern,
      all.filter((id) => stale.has(id)),
      all.filter((id) => !stale.has(id)),
    );
    if (ids === null) return null;
    const believers = believedAnswers(scenario, BELIEVERS, staleIn);
    const difficulty = scenario.layout.workspaces.some((w) => w.reads.length > 1) ? 3 : 2;
    return {
      body: {
        type: 'multi',
        stem: `All of these workspaces have been applied, one after the other. ${actionsText(scenario.actions)} Nobody does anything else. Which of them were last applied with outputs that are out of date now?`,
        rules: ['RS-26', 'RT-20'],
        difficulty,
        figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
        options: ids.map((id) => {
          const isStale = stale.has(id);
          const why = whyStale(scenario, id);
          const holder = isStale ? undefined : believers.find((b) => b.answer.has(id))?.misconception;
          return {
            id: slugOf(id),
            text: codeName(id),
            correct: isStale,
            explanation: why.text,
            facts: [...new Set([...why.facts, ...(holder?.facts ?? [])])],
            misconception: holder?.id ?? null,
            pin: null,
          };
        }),
      },
      scenario,
      key: (s) => [...(staleIn(s) ?? [])].sort().join(' '),
    };
  },
};

const staleIn = (scenario: Scenario): Set<string> | null => {
  const result = resultOf(scenario);
  return result && new Set(result.stale.map((row) => row.workspace));
};

function whyStale(scenario: Scenario, id: string): Why {
  const result = resultOf(scenario);
  const workspace = scenario.layout.workspaces.find((w) => idOf(w) === id);
  const sources = [...new Set(workspace?.reads.map((r) => r.workspace))];
  if (sources.length === 0)
    return {
      text: `${codeName(id)} reads no outputs of the others, and a trigger passes on no values.`,
      facts: ['RT-20'],
    };
  const applied = sources.filter((source) =>
    result?.runs.some((r) => r.workspace === source && r.status === 'applied'),
  );
  const again = result?.stale.filter((row) => row.workspace === id).map((row) => row.sourceable) ?? [];
  if (again.length > 0)
    return {
      text: `It reads ${listed(again.map(codeName))}, which ${again.length > 1 ? 'were' : 'was'} applied again, and this workspace has not been applied since.`,
      facts: ['RS-01', 'RS-26'],
    };
  if (applied.length === 0)
    return {
      text: `It reads ${listed(sources.map(codeName))}, where nothing has been applied since.`,
      facts: ['RS-01', 'RS-26'],
    };
  return {
    text: `It was applied itself after ${listed(applied.map(codeName))}, so it read the new outputs.`,
    facts: ['RS-01', 'FI-01'],
  };
}

/** Workspaces that read each other's outputs, with triggers along some of the reads and elsewhere. */
function board(random: Random, count: number, out: number): Scenario | null {
  // The more are to be out of date, the more read something, and the fewer are applied again after it.
  const many = out > count / 2;
  const names = drawNames(random, count);
  const [first = ''] = names;
  const outputs = names.map(() => random.pick(OUTPUTS));
  const run_triggers = drawEdges(random, names, random.pick(['tree', 'chain', 'fan-out'])).filter(
    () => !once(random, many ? 2 : 4),
  );
  const workspaces = names.map((name, i): DrawnWorkspace => {
    const above = i === 0 ? [] : random.shuffle(names.slice(0, i)).slice(0, once(random, 3) ? 2 : 1);
    const reads = once(random, many ? 24 : 4) ? [] : many && i > 0 && !once(random, 3) ? [first] : above;
    return {
      name,
      auto_apply: i === 0 || once(random, 2),
      auto_apply_run_trigger: once(random, many ? 5 : 2),
      plan: i > 0 && once(random, 8) ? 'no_changes' : 'changes',
      outputs: [{ name: outputs[i] ?? 'vpc_id', sensitive: false }],
      global_remote_state: true,
      reads: reads.map(
        (workspace): Read => ({
          workspace,
          output: outputs[names.indexOf(workspace)] ?? 'vpc_id',
          via: 'terraform_remote_state',
        }),
      ),
    };
  });
  const second = names[1 + random.below(names.length - 1)] ?? first;
  return scenarioOf(random, {
    workspaces,
    run_triggers,
    actions: once(random, 2) ? [start(first)] : [start(first), start(second)],
  });
}
