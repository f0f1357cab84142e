import { code } from '#model/layout/phrases.ts';
import { listed } from '#model/wording/listed.ts';
import { traceDecision } from '#engine/explain/decisionTrace.ts';
import type { Scenario } from '#model/scenario/action.ts';
import type { SimulationResult, ResultRun } from '#model/scenario/result.ts';
import type { Policy } from '#model/layout/layout.ts';
import { inWords, codeName } from './describeBoard.ts';

/** A reason in full sentences, with its facts. */
export interface Why {
  text: string;
  facts: string[];
}

/** What decides for a run that nobody triggered, by what started it. */
const DECIDES: Readonly<Record<string, Why>> = {
  'tfe-ui': { text: '`auto_apply` is on there, which decides for a run from the UI', facts: ['AA-02'] },
  'tfe-api': { text: '`auto_apply` is on there, which decides for a run from the API', facts: ['AA-03'] },
  vcs: { text: '`auto_apply` is on there, which decides for a run that a commit started', facts: ['AA-01'] },
  cli: { text: '`-auto-approve` was given, which decides for a run from the command line', facts: ['AA-04'] },
};
const BY_TRIGGER: Why = {
  text: '`auto_apply_run_trigger` is on there, which decides for a triggered run',
  facts: ['AA-05'],
};

/**
 * POL-20: that OPA policies show the statuses of Sentinel policy checks is a choice of this app, and a question has to say
 * so. Null where the status is no such one.
 */
export function whyOfOpa(status: string, policies: readonly Policy[]): Why | null {
  if (!status.startsWith('policy_') || !policies.some(({ kind }) => kind === 'opa')) return null;
  return {
    text: `The vendor names ${code(status)} for Sentinel policy checks; showing it for OPA is a choice of this app.`,
    facts: ['POL-20'],
  };
}

/** Why a run waits or ended where it did, in the simulator's own words. */
export function whyThere(scenario: Scenario, result: SimulationResult, run: ResultRun): Why {
  const name = codeName(run.workspace);
  if (run.status === 'applied') {
    const decides = run.triggered_by === null ? DECIDES[run.source] : BY_TRIGGER;
    return {
      text: `Nothing stops the run of ${name}, and it applies by itself${decides === undefined ? '' : `: ${decides.text}`}.`,
      facts: decides?.facts ?? ['RUN-01'],
    };
  }
  const kind = run.waiting_for === null ? 'ended' : 'hold';
  const found = traceDecision(scenario, { kind, run: run.id });
  if (found !== null) return { text: inWords(found.because, result), facts: [found.fact] };
  return { text: `The run of ${name} goes no further.`, facts: [run.rule ?? 'RUN-01'] };
}

/** Why a trigger started a run in a workspace. */
export function whyRun(result: SimulationResult, id: string): Why {
  const run = result.runs.find((r) => r.workspace === id && r.triggered_by !== null);
  const cause = result.runs.find((r) => r.id === run?.triggered_by);
  const from = cause === undefined ? 'Its source' : codeName(cause.workspace);
  return {
    text: `${from} was applied, and ${codeName(id)} names it as a source, so a run was queued.`,
    facts: ['FI-01'],
  };
}

/** Why none did: the trigger that stayed silent, the source that was not applied, or no trigger at all. */
export function describeNoRun(scenario: Scenario, result: SimulationResult, id: string): Why {
  const index = result.not_queued.findIndex((row) => row.workspace === id);
  if (index >= 0) {
    const found = traceDecision(scenario, { kind: 'not_queued', index });
    if (found !== null) return { text: inWords(found.because, result), facts: [found.fact] };
  }
  const sources = scenario.layout.run_triggers.filter((t) => t.workspace === id).map((t) => t.sourceable);
  const waiting = result.runs.find((r) => sources.includes(r.workspace) && r.waiting_for !== null);
  if (waiting !== undefined) {
    const why = whyThere(scenario, result, waiting);
    return {
      text: `${codeName(waiting.workspace)}, its source, was not applied. ${why.text}`,
      facts: [...new Set(['FI-34', ...why.facts])],
    };
  }
  if (sources.length === 0)
    return {
      text: `${codeName(id)} names no source, so nothing starts a run in it.`,
      facts: ['RT-01', 'RT-02'],
    };
  return {
    text: `No run of ${listed(sources.map(codeName), 'or')} was applied, so no trigger fired.`,
    facts: ['FI-01'],
  };
}
