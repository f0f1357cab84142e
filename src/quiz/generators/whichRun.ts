import { explain } from '#engine/explain.ts';
import { simulate } from '#engine/simulate.ts';
import { parseScenario, type Scenario } from '#model/action.ts';
import type { Result } from '#model/result.ts';
import { MISCONCEPTIONS } from '../misconceptions.ts';
import type { Item } from '../item.ts';
import { type Random, randomOf } from '../random.ts';
import type { Generator } from './index.ts';

const short = (id: string): string => id.slice(id.indexOf('/') + 1);
const NAMES = [
  'network',
  'dns',
  'identity',
  'platform',
  'database',
  'cache',
  'app',
  'reports',
  'audit',
] as const;

/** Which workspaces get a run? Keyed by `runs[].triggered_by`. */
export const whichRun: Generator = {
  id: 'which-run',
  title: 'Which workspaces get a run?',
  make(seed) {
    const random = randomOf(seed);
    const scenario = board(random);
    if (scenario === null) return null;
    const result = resultOf(scenario);
    const source = scenario.layout.workspaces[0];
    if (result === null || source === undefined) return null;
    const triggered = triggeredIn(result);
    const options = scenario.layout.workspaces.slice(1).map((w) => `${w.organization}/${w.name}`);
    const keys = options.filter((id) => triggered.has(id));
    if (keys.length === 0 || keys.length === options.length) return null;
    const believers = MISCONCEPTIONS.flatMap((m) => {
      const believed = resultOf(m.believed(scenario));
      return believed === null
        ? []
        : [{ id: m.id, title: m.title, facts: m.facts, picks: triggeredIn(believed) }];
    });
    const tempting = options.some((id) => !triggered.has(id) && believers.some((b) => b.picks.has(id)));
    if (!tempting) return null;
    return { question: questionOf(seed, scenario, result, options, triggered, believers), seed, scenario };
  },
};

function resultOf(scenario: Scenario): Result | null {
  const simulated = simulate(scenario);
  return simulated.ok ? simulated.value.result : null;
}

const triggeredIn = (result: Result): Set<string> =>
  new Set(result.runs.filter((r) => r.triggered_by !== null).map((r) => r.workspace));

/** Four or five workspaces below one source, wired at random, with some trouble in them. */
function board(random: Random): Scenario | null {
  const names = ['network', ...random.shuffle(NAMES.slice(1)).slice(0, 3 + random.below(2))];
  const workspaces = names.map((name, i) => ({
    name,
    auto_apply: i === 0 ? true : random.below(2) === 0,
    auto_apply_run_trigger: i > 0 && random.below(5) < 3,
    plan: i > 0 && random.below(6) === 0 ? 'no_changes' : 'changes',
    apply: i > 0 && random.below(10) === 0 ? 'errors' : 'succeeds',
    execution_mode:
      i > 0 && random.below(7) === 0 ? 'local' : random.below(8) === 0 && i > 0 ? 'agent' : 'remote',
  }));
  const run_triggers: { sourceable: string; workspace: string }[] = [];
  for (let i = 1; i < names.length; i++) {
    const above = names[random.below(i)];
    const here = names[i];
    if (above === undefined || here === undefined) continue;
    // Now and then one points back up: it is what a learner who mixes up the direction expects to fire.
    const back = i > 1 && random.below(6) === 0;
    run_triggers.push(back ? { sourceable: here, workspace: above } : { sourceable: above, workspace: here });
  }
  const parsed = parseScenario({
    layout: { version: 1, organizations: [{ name: 'acme' }], workspaces, run_triggers },
    actions: [{ type: 'start_run', workspace: 'network' }],
  });
  return parsed.ok ? parsed.value : null;
}

interface Believer {
  id: string;
  title: string;
  facts: readonly string[];
  picks: ReadonlySet<string>;
}

function questionOf(
  seed: number,
  scenario: Scenario,
  result: Result,
  options: readonly string[],
  triggered: ReadonlySet<string>,
  believers: readonly Believer[],
): Item['question'] {
  return {
    type: 'multi',
    id: `which-run-${seed}`,
    stem: 'Somebody starts a run of `network` in the UI and does nothing else. In which workspaces does a run trigger start a run?',
    objective: '6a',
    topic: 'firing',
    rules: ['FI-01', 'AA-05'],
    difficulty: 2,
    family: 'which-run',
    enemies: [],
    ruleset: 'hcp',
    figure: { layout: scenario.layout, actions: scenario.actions, hcl: null },
    options: options.map((id) => {
      const why = triggered.has(id) ? whyRun(result, id) : whyNot(scenario, result, id);
      const believer = triggered.has(id) ? undefined : believers.find((b) => b.picks.has(id));
      return {
        id: short(id).toLowerCase(),
        text: `\`${short(id)}\``,
        correct: triggered.has(id),
        explanation: why.text,
        facts: [...new Set([...why.facts, ...(believer?.facts ?? [])])],
        misconception: believer?.id ?? null,
        pin: null,
      };
    }),
  };
}

function whyRun(result: Result, id: string): { text: string; facts: string[] } {
  const run = result.runs.find((r) => r.workspace === id);
  const cause = result.runs.find((r) => r.id === run?.triggered_by);
  const from = cause === undefined ? 'its source' : short(cause.workspace);
  return {
    text: `${from} was applied, and ${short(id)} names it as a source, so a run was queued.`,
    facts: ['FI-01'],
  };
}

/** The simulator's own reason: the trigger that stayed silent, the source that never ran, or no trigger at all. */
function whyNot(scenario: Scenario, result: Result, id: string): { text: string; facts: string[] } {
  const index = result.not_queued.findIndex((row) => row.workspace === id);
  if (index >= 0) {
    const found = explain(scenario, { kind: 'not_queued', index });
    if (found !== null) return { text: found.because, facts: [found.fact] };
  }
  const sources = scenario.layout.run_triggers.filter((t) => t.workspace === id).map((t) => t.sourceable);
  const waiting = result.runs.find((r) => sources.includes(r.workspace) && r.waiting_for !== null);
  if (waiting !== undefined) {
    const found = explain(scenario, { kind: 'hold', run: waiting.id });
    const because = found === null ? '' : ` ${found.because}`;
    return {
      text: `${short(waiting.workspace)}, its source, was not applied.${because}`,
      facts: ['FI-34', ...(waiting.rule === null ? [] : [waiting.rule])],
    };
  }
  if (sources.length === 0) {
    return {
      text: `${short(id)} names no source, so nothing starts a run in it.`,
      facts: ['RT-01', 'RT-02'],
    };
  }
  return { text: `No run of ${sources.map(short).join(' or ')}, its source, was applied.`, facts: ['FI-01'] };
}
