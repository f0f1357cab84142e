import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '#engine/findings/findings.ts';
import { factIdsIn } from '#model/content/fact.ts';
import { layout, run, set } from '../support/shorthand.ts';

/**
 * A test named after each fact that the engine uses and that has no rule of its own. Facts of rules have their table in
 * `rules/`, which is named after them, those about permissions and variables theirs in `facts-access.test.ts`. The last
 * test holds this list to what stands in `src/engine`.
 */
const post = { name: 'tell', stage: 'post_apply', enforcement_level: 'advisory', passes: false };
const pre = { name: 'ask', stage: 'pre_apply', enforcement_level: 'advisory', passes: true };
const scan = { name: 'scan', stage: 'post_plan', enforcement_level: 'advisory', passes: true };
const sentinel = (enforcement_level: string, passes = false) => ({
  name: enforcement_level,
  kind: 'sentinel',
  enforcement_level,
  passes,
});
const opa = (enforcement_level: string) => ({
  name: enforcement_level,
  kind: 'opa',
  enforcement_level,
  passes: false,
});
const rulesFound = (...given: Parameters<typeof layout>) => findingsOf(layout(...given)).map((f) => f.rule);
const statusOf = (policy: object) => {
  const { result } = run(layout('app: auto_apply', { app: { policies: [policy] } }), ['start app']);
  return result.runs[0]?.status;
};

describe('AA-08', () => {
  it('an empty apply without changes applies by itself', () => {
    expect(run(layout('app: no_changes'), ['start app allow_empty_apply']).summary).toEqual([
      'run-1 app: applied',
    ]);
  });
});

describe('CC-02', () => {
  it('applies of approved plans come first, then plans, then plan-only runs', () => {
    const given = layout('a, b, c, d', {}, { organizations: [{ name: 'acme', concurrency: 1 }] });
    const { story } = run(given, [
      'start a at 0',
      'start b at 20',
      'start c plan_only at 21',
      'start d at 22',
      'confirm a at 23',
    ]);
    expect([1, 4, 3].map((n) => / (?:applying|planning) (\d+)[^g]*$/.exec(story(`run-${n}`))?.[1])).toEqual([
      '40',
      '70',
      '90',
    ]);
  });
});

describe('EM-04', () => {
  it('a source in local execution never fires', () => {
    expect(rulesFound('network -> app; network: local')).toContain('EM-04');
    expect(run(layout('network -> app; network: local'), ['start network']).summary).toEqual([
      'action 0 refused: EM-02',
    ]);
  });
});

describe('FI-01', () => {
  it('every applied run of the source queues a run in every downstream', () => {
    const { result } = run(layout('network -> a, b; network: auto_apply'), [
      'start network',
      'start network',
    ]);
    expect(result.runs.map((r) => [r.workspace, r.triggered_by])).toEqual([
      ['acme/network', null],
      ['acme/a', 'run-1'],
      ['acme/b', 'run-1'],
      ['acme/network', null],
      ['acme/a', 'run-4'],
      ['acme/b', 'run-4'],
    ]);
  });
});

describe('FI-32', () => {
  it('A→B, A→C and B→C give two runs in C, the first of which may read old outputs of B', () => {
    const given = layout(
      'a -> b, c; b -> c; c reads b.x; b shares c; a: auto_apply; b: auto_apply_run_trigger; c: auto_apply_run_trigger',
    );
    expect(findingsOf(given).map((f) => f.rule)).toContain('FI-32');
    const { story, result } = run(given, ['start a']);
    expect(result.runs.map((r) => r.workspace)).toEqual(['acme/a', 'acme/b', 'acme/c', 'acme/c']);
    expect(story('run-3')).toMatch(/planning 50/);
    expect(story('run-2')).toMatch(/applied 100/);
  });
});

describe('M-1', () => {
  it('a triggered run is standard and pending in the second of applied, linked to the run that caused it', () => {
    const { result, story } = run(layout('network -> app; network: auto_apply; app: locked'), [
      'start network',
    ]);
    expect(result.runs[1]).toMatchObject({
      mode: 'standard',
      triggered_by: 'run-1',
      source: 'tfe-run-trigger',
    });
    expect(story('run-2')).toBe('pending 50');
  });
});

describe('M-2', () => {
  it('triggers fire after the post-apply tasks', () => {
    const given = layout('network -> app; network: auto_apply', { network: { run_tasks: [post] } });
    expect(run(given, ['start network']).story('run-2')).toMatch(/^pending 55/);
  });
});

describe('M-5', () => {
  it('variables of a triggered run are fixed when it is created, remote state is read when it plans', () => {
    const given = layout('network -> app; app reads other.x; network: auto_apply; app: locked', {
      app: { requires: [{ key: 'region' }], variables: [{ key: 'region' }] },
    });
    const { summary } = run(given, [
      'start network',
      set('app', { variables: [] }),
      set('other', { remote_state_consumer_ids: ['app'] }),
      'unlock app',
    ]);
    expect(summary[1]).toBe('run-2 app from run-1: planned waits for confirmation by AA-05');
  });
});

describe('POL-02', () => {
  it('Sentinel: advisory warns, soft-mandatory stops and can be overridden, hard-mandatory cannot', () => {
    expect(
      ['advisory', 'soft-mandatory', 'hard-mandatory'].map((level) => statusOf(sentinel(level))),
    ).toEqual(['applied', 'policy_override', 'errored']);
  });
});

describe('POL-03', () => {
  it('OPA: advisory warns, mandatory stops and can be overridden', () => {
    expect(['advisory', 'mandatory'].map((level) => statusOf(opa(level)))).toEqual([
      'applied',
      'policy_override',
    ]);
  });
});

describe('POL-07', () => {
  it('to override is not to apply', () => {
    const given = layout('app', { app: { policies: [sentinel('soft-mandatory')] } });
    expect(run(given, ['start app', 'override app']).summary).toEqual([
      'run-1 app: policy_checked waits for confirmation by AA-02',
    ]);
  });
});

describe('POL-14', () => {
  it('a workspace may have policies of both kinds, each evaluated by itself', () => {
    const given = layout('app: auto_apply', {
      app: { policies: [sentinel('hard-mandatory', true), opa('advisory')] },
    });
    expect(run(given, ['start app']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, policy_checking 20, policy_checked 25, policy_checking 25, ' +
        'policy_checked 30, confirmed 30, applying 30, applied 60',
    );
  });
});

describe('Q-06', () => {
  it('a pending run keeps the variables of the moment in which it was created', () => {
    const given = layout('app: locked', {
      app: { requires: [{ key: 'region' }], variables: [{ key: 'region' }] },
    });
    const { summary } = run(given, [
      'start app',
      set('app', { variables: [] }),
      'unlock app',
      'discard app',
      'start app',
    ]);
    expect(summary).toEqual(['run-1 app: discarded by RUN-05', 'run-2 app: errored by VS-15']);
  });
});

describe('RS-10', () => {
  it('sharing with the whole organization is worth a warning', () => {
    expect(rulesFound('network shares everyone')).toContain('RS-10');
    expect(rulesFound('network shares app; app')).not.toContain('RS-10');
  });
});

describe('RS-15', () => {
  it('outputs can be read only after a run was applied there', () => {
    const given = layout(
      'app reads network.x through tfe_outputs; network: no_state, auto_apply; app: no_state',
      {
        app: { tfe_token_team: 'owners' },
      },
    );
    expect(run(given, ['start app', 'start network', 'start app']).summary).toEqual([
      'run-1 app: errored by RS-01',
      'run-2 network: applied',
      'run-3 app: planned waits for confirmation by AA-02',
    ]);
  });
});

describe('RS-26', () => {
  it('a trigger gives no access to state, and sharing state starts no run', () => {
    expect(rulesFound('app reads network.x; network shares app')).toContain('RS-26');
    const given = layout(
      'network -> app; app reads network.x; network: auto_apply; other; network shares other',
    );
    expect(run(given, ['start network']).summary.slice(0, 2)).toEqual([
      'run-1 network: applied',
      'run-2 app from run-1: errored by RS-03',
    ]);
  });
});

describe('RT-02', () => {
  it('the trigger belongs to the downstream: admin is needed there, not on the source', () => {
    const given = layout(
      'network, app; team ops: app=admin, network=read; team dev: app=read, network=admin',
    );
    expect(run(given, ['link network app as dev', 'link network app as ops']).summary).toEqual([
      'action 0 refused: RT-07',
    ]);
  });
});

describe('RT-20', () => {
  it('a trigger hands over no values', () => {
    expect(rulesFound('network -> app')).toContain('RT-20');
    expect(rulesFound('network -> app; app reads network.x')).not.toContain('RT-20');
  });
});

describe('RUN-02', () => {
  it('only the run at the head of the queue starts; plan-only runs and saved plans do not wait', () => {
    const { summary } = run(layout('app'), [
      'start app',
      'start app',
      'start app plan_only',
      'start app save_plan',
    ]);
    expect(summary).toEqual([
      'run-1 app: planned waits for confirmation by AA-02',
      'run-2 app: pending waits for earlier_run by Q-02',
      'run-3 app: planned_and_finished by MODE-02',
      'run-4 app: planned_and_saved waits for confirmation by AA-07',
    ]);
  });
});

describe('TSK-05', () => {
  it('post-plan tasks run for plan-only runs, pre-apply tasks only for confirmed ones', () => {
    const given = layout('app', { app: { run_tasks: [scan, pre] } });
    expect(run(given, ['start app plan_only']).story('run-1')).toBe(
      'pending 0, planning 0, planned 20, post_plan_running 20, post_plan_completed 25, planned_and_finished 25',
    );
    expect(run(given, ['start app', 'confirm app']).story('run-1')).toMatch(
      /confirmed 25, pre_apply_running 25, pre_apply_completed 30, applying 30, applied 60$/,
    );
  });
});

describe('TSK-06', () => {
  it('a post-apply task never stops a run', () => {
    const given = layout('app: auto_apply', { app: { run_tasks: [post] } });
    expect(run(given, ['start app']).summary).toEqual(['run-1 app: applied']);
    expect(() =>
      layout('app', { app: { run_tasks: [{ ...post, enforcement_level: 'mandatory' }] } }),
    ).toThrow('TSK-06');
  });
});

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('describeFacts.ts'))
    .map((file) => readFileSync(`${folder}/${file}`, 'utf8'));

describe('every fact that the engine uses', () => {
  it('has a test named after it, and no test is named after another one', () => {
    const used = new Set(filesUnder('src/engine').flatMap((text) => factIdsIn(text).map((f) => f.id)));
    const named = new Set(
      filesUnder('test/engine').flatMap((text) => [
        ...[...text.matchAll(/^describe\('([A-Z]+-\d+)'/gm)].flatMap((match) => match[1] ?? []),
        ...[...text.matchAll(/^ruleTable\('([a-z]+-\d+)-/gm)].flatMap(
          (match) => match[1]?.toUpperCase() ?? [],
        ),
      ]),
    );
    expect([...used].filter((id) => !named.has(id)).sort()).toEqual([]);
    expect([...named].filter((id) => !used.has(id)).sort()).toEqual([]);
  });
});
