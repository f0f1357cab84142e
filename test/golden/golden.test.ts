import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  OPA_LEVELS,
  RULESETS,
  SENTINEL_LEVELS,
  TASK_LEVELS,
  TASK_STAGES,
  type Workspace,
} from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import { RUN_MODES, RUN_SOURCES, RUN_STATUSES, WAITING_FOR } from '#model/scenario/run.ts';
import { goldenNames, readGolden } from './readGolden.ts';

describe('golden traces', () => {
  it.each(goldenNames())('%s', (name) => {
    expect(readGolden(name).trace).toBe(readFileSync(`test/golden/${name}.trace`, 'utf8'));
  });

  it('have no trace that is left over', () => {
    const traces = readdirSync('test/golden').filter((file) => file.endsWith('.trace'));
    expect(traces.sort()).toEqual(goldenNames().map((name) => `${name}.trace`));
  });
});

/** What of a kind there is, and what a line of a log or a workspace of a layout shows of it. */
interface Shown {
  all: readonly string[];
  log?(entry: LogEntry): string | null;
  workspace?(workspace: Workspace): string[];
}

const shown: Record<string, Shown> = {
  'every status': { all: RUN_STATUSES, log: (e) => (e.kind === 'status' ? e.status : null) },
  'everything a run can wait for': {
    all: WAITING_FOR,
    log: (e) => (e.kind === 'hold' ? e.waiting_for : null),
  },
  'every mode': { all: RUN_MODES, log: (e) => (e.kind === 'queued' ? e.mode : null) },
  'every source': {
    all: [...RUN_SOURCES, 'tfe-run-trigger'],
    log: (e) => (e.kind === 'queued' ? e.source : null),
  },
  'every level of both kinds of policies, passed and failed': {
    all: [
      ...SENTINEL_LEVELS.map((level) => `sentinel ${level}`),
      ...OPA_LEVELS.map((level) => `opa ${level}`),
    ].flatMap((both) => [`${both} true`, `${both} false`]),
    workspace: (w) => w.policies.map((p) => `${p.kind} ${p.enforcement_level} ${p.passes}`),
  },
  'run tasks of every level at every stage, passed and failed': {
    all: TASK_STAGES.flatMap((stage) => TASK_LEVELS.map((level) => `${stage} ${level}`))
      .filter((both) => both !== 'post_apply mandatory')
      .flatMap((both) => [`${both} true`, `${both} false`]),
    workspace: (w) => w.run_tasks.map((t) => `${t.stage} ${t.enforcement_level} ${t.passes}`),
  },
};

// Nothing is simulated outside of a test: what runs while tests are collected makes every mutant a slow one.
describe('together they show', () => {
  const golden = () => goldenNames().map(readGolden);

  it.each(Object.entries(shown))('%s', (_what, { all, log, workspace }) => {
    const found = new Set(
      golden().flatMap(({ simulation, scenario }) => [
        ...simulation.log.map((entry) => log?.(entry) ?? null),
        ...scenario.layout.workspaces.flatMap((w) => workspace?.(w) ?? []),
      ]),
    );
    expect(all.filter((one) => !found.has(one))).toEqual([]);
  });

  it('both rulesets', () => {
    const found = new Set(golden().map(({ scenario }) => scenario.layout.ruleset));
    expect([...found].sort()).toEqual([...RULESETS].sort());
  });
});
