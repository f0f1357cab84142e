import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OPA_LEVELS, RULESETS, SENTINEL_LEVELS, TASK_LEVELS, TASK_STAGES } from '#model/layout.ts';
import { RUN_MODES, RUN_SOURCES, RUN_STATUSES, WAITING_FOR } from '#model/run.ts';
import { readGolden } from './readGolden.ts';

const names = readdirSync('test/golden')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));
const golden = names.map((name) => readGolden(name));

describe('golden traces', () => {
  it.each(golden.map((g) => [g.name, g] as const))('%s', (name, { trace }) => {
    expect(trace).toBe(readFileSync(`test/golden/${name}.trace`, 'utf8'));
  });

  it('have no trace that is left over', () => {
    const traces = readdirSync('test/golden').filter((file) => file.endsWith('.trace'));
    expect(traces.sort()).toEqual(names.map((name) => `${name}.trace`).sort());
  });
});

describe('together they show', () => {
  const log = golden.flatMap((g) => g.simulation.log);
  const layouts = golden.map((g) => g.scenario.layout);
  const workspaces = layouts.flatMap((layout) => layout.workspaces);
  const shown: [string, readonly string[], string[]][] = [
    ['every status', RUN_STATUSES, log.flatMap((e) => (e.kind === 'status' ? [e.status] : []))],
    [
      'everything a run can wait for',
      WAITING_FOR,
      log.flatMap((e) => (e.kind === 'hold' ? [e.waiting_for ?? ''] : [])),
    ],
    ['every mode', RUN_MODES, log.flatMap((e) => (e.kind === 'queued' ? [e.mode] : []))],
    [
      'every source',
      [...RUN_SOURCES, 'tfe-run-trigger'],
      log.flatMap((e) => (e.kind === 'queued' ? [e.source] : [])),
    ],
    ['both rulesets', RULESETS, layouts.map((layout) => layout.ruleset)],
    [
      'every level of both kinds of policies, passed and failed',
      [
        ...SENTINEL_LEVELS.flatMap((level) => [`sentinel ${level} true`, `sentinel ${level} false`]),
        ...OPA_LEVELS.flatMap((level) => [`opa ${level} true`, `opa ${level} false`]),
      ],
      workspaces.flatMap((w) => w.policies.map((p) => `${p.kind} ${p.enforcement_level} ${p.passes}`)),
    ],
    [
      'run tasks of every level at every stage, passed and failed',
      TASK_STAGES.flatMap((stage) => TASK_LEVELS.map((level) => `${stage} ${level}`))
        .filter((both) => both !== 'post_apply mandatory')
        .flatMap((both) => [`${both} true`, `${both} false`]),
      workspaces.flatMap((w) => w.run_tasks.map((t) => `${t.stage} ${t.enforcement_level} ${t.passes}`)),
    ],
  ];
  it.each(shown)('%s', (_what, all, found) => {
    expect(all.filter((one) => !found.includes(one))).toEqual([]);
  });
});
