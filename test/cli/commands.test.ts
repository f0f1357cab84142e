import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inOwnFolder, root, runchain, runHere } from './run.ts';

const LAYOUT = {
  version: 1,
  organizations: [{ name: 'acme' }, { name: 'beta' }],
  workspaces: [
    { name: 'a', organization: 'acme', auto_apply: true, variables: [{ key: 'k', value: '1' }] },
    { name: 'b', organization: 'acme', auto_apply_run_trigger: true },
    { name: 'a', organization: 'beta' },
  ],
  run_triggers: [{ sourceable: 'acme/a', workspace: 'b' }],
  teams: [{ name: 'ops', organization: 'acme', workspace_access: [{ workspace: 'b', access: 'write' }] }],
};
const SCENARIO = { layout: LAYOUT, actions: [{ type: 'start_run', workspace: 'acme/a', source: 'vcs' }] };
const YAML = `# a scenario
layout:
  version: 1
  organizations: [{ name: acme }]
  workspaces:
    - name: yes-man
      auto_apply: true
      variables: [{ key: flag, value: yes }]
actions:
  - { type: start_run, workspace: yes-man, source: vcs }
`;

const SLOW = { timeout: 60_000 };
const folder = inOwnFolder((own) => {
  writeFileSync(join(own, 'good.json'), JSON.stringify(SCENARIO));
  writeFileSync(join(own, 'good.yaml'), YAML);
  writeFileSync(join(own, 'layout.json'), JSON.stringify(LAYOUT));
  mkdirSync(join(own, 'sub'));
});
const at = (name: string) => join(folder(), name);

/** As a shell would start it. */
const go = (words: string[], input?: string | Buffer) => runchain(words, input, folder());
const refusedWith = async (words: string[], ...lines: string[]) => {
  const ran = await runHere(words);
  expect(
    ran.stderr
      .split('\n')
      .slice(0, -1)
      .map((line, i) => line.slice(0, lines[i]?.length)),
  ).toEqual(lines);
  expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' });
};

describe('simulate', () => {
  it('prints the result as JSON and exits 0', SLOW, async () => {
    const ran = await go(['simulate', 'good.json']);
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    const result = JSON.parse(ran.stdout);
    expect(Object.keys(result)).toEqual(['version', 'runs', 'not_queued', 'rejections', 'stale', 'ended_at']);
    expect(Object.keys(result.runs[0])).toEqual([
      'id',
      'workspace',
      'source',
      'triggered_by',
      'mode',
      'status',
      'waiting_for',
      'rule',
      'statuses',
    ]);
    expect(result.runs.map((r: { workspace: string; status: string }) => [r.workspace, r.status])).toEqual([
      ['acme/a', 'applied'],
      ['acme/b', 'applied'],
    ]);
    expect(result.ended_at).toBe(100);
  });

  it('exits 0 also when runs errored and actions were refused', SLOW, async () => {
    const errored = {
      layout: {
        ...LAYOUT,
        workspaces: [{ ...LAYOUT.workspaces[0], plan: 'errors' }, ...LAYOUT.workspaces.slice(1)],
      },
      actions: [...SCENARIO.actions, { type: 'confirm', workspace: 'b' }],
    };
    writeFileSync(at('errored.json'), JSON.stringify(errored));
    const ran = await runHere(['simulate', 'errored.json']);
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout).runs[0].status).toBe('errored');
    expect(JSON.parse(ran.stdout).rejections).toHaveLength(1);
  });

  it('gives the same bytes for JSON, YAML, a byte order mark, CRLF and standard input', SLOW, async () => {
    const expected = (await runHere(['simulate', 'good.yaml'])).stdout;
    expect(JSON.parse(expected).runs).toHaveLength(1);
    for (const text of [
      YAML,
      `\uFEFF${YAML}`,
      YAML.replaceAll('\n', '\r\n'),
      `\uFEFF${YAML.replaceAll('\n', '\r\n')}`,
    ]) {
      writeFileSync(at('again.yaml'), text);
      expect((await runHere(['simulate', 'again.yaml'])).stdout).toBe(expected);
    }
    // What comes by standard input is decoded as a file is, so the oddest of them holds it for all.
    expect((await go(['simulate', '-'], readFileSync(at('again.yaml')))).stdout).toBe(expected);
    const json = `\uFEFF${JSON.stringify(SCENARIO, null, 1).replaceAll('\n', '\r\n')}`;
    writeFileSync(at('bom.json'), json);
    expect((await runHere(['simulate', 'bom.json'])).stdout).toBe(
      (await runHere(['simulate', 'good.json'])).stdout,
    );
  });

  it('takes exactly 10,000 runs', SLOW, async () => {
    const many = {
      layout: { ...LAYOUT, run_triggers: [] },
      actions: Array.from({ length: 10_000 }, () => ({
        type: 'start_run',
        workspace: 'acme/a',
        mode: 'plan_only',
        at: 0,
      })),
    };
    writeFileSync(at('many.json'), JSON.stringify(many));
    const ran = await runHere(['simulate', 'many.json']);
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout).runs).toHaveLength(10_000);
    many.actions.push(many.actions[0] as (typeof many.actions)[number]);
    writeFileSync(at('many.json'), JSON.stringify(many));
    const more = await runHere(['simulate', 'many.json']);
    expect({ status: more.status, stdout: more.stdout, lines: more.stderr.split('\n').length }).toEqual({
      status: 2,
      stdout: '',
      lines: 2,
    });
    expect(more.stderr).toMatch(/^many\.json:actions: .*10000/);
  });

  it('prints one line for each file of a directory, sorted by name', SLOW, async () => {
    const ran = await runHere(['simulate', join(root, 'test/fixtures/malformed')]);
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    const rows = ran.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
    expect(rows.map((row) => row.file)).toEqual([
      'B-valid.yml',
      'a-key-twice.json',
      'b-unknown-key.yaml',
      'c-note.txt',
    ]);
    expect(Object.keys(rows[0])).toEqual(['file', 'result']);
    expect(rows[0].result.runs).toEqual([]);
    expect(rows[1].problems).toEqual([
      expect.stringMatching(/^a-key-twice\.json:4: key "version" is there twice/),
    ]);
    expect(rows[2].problems).toEqual([
      'b-unknown-key.yaml:layout.workspaces[0].auto_aply: unknown key, did you mean auto_apply?',
    ]);
    expect(rows[3].problems).toHaveLength(1);
  });

  it('prints nothing for an empty directory', SLOW, async () => {
    const ran = await runHere(['simulate', 'sub']);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([0, '', '']);
  });

  it('names a missing file, a missing operand, an extra one and an unknown option', SLOW, async () => {
    await refusedWith(['simulate', 'missing.json'], 'missing.json:1: cannot be read: no such file');
    await refusedWith(['simulate'], 'simulate:FILE: is missing');
    await refusedWith(['simulate', 'good.json', 'good.yaml'], 'good.json:good.yaml: ');
    await refusedWith(['simulate', 'good.json', '--workspace', 'a'], 'good.json:--workspace: unknown option');
    const empty = await go(['simulate', '-'], '');
    expect([empty.status, empty.stdout]).toEqual([2, '']);
    expect(empty.stderr).toMatch(/^-:1: /);
  });
});

describe('the other commands', () => {
  it('take a layout, or a file with one under layout', SLOW, async () => {
    for (const words of [
      ['check'],
      ['variables', '--workspace', 'acme/a'],
      ['access', '--team', 'ops', '--workspace', 'b'],
    ]) {
      const [name = '', ...options] = words;
      const bare = await runHere([name, 'layout.json', ...options]);
      const nested = await runHere([name, 'good.json', ...options]);
      expect([bare.status, bare.stderr]).toEqual([0, '']);
      expect(nested.stdout).toBe(bare.stdout);
      expect(typeof JSON.parse(bare.stdout)).toBe('object');
    }
  });

  it('refuse a directory where a file is meant, and a missing file', SLOW, async () => {
    await refusedWith(['check', 'sub'], 'sub:1: is a directory');
    await refusedWith(['variables', 'sub', '--workspace', 'a'], 'sub:1: is a directory');
    await refusedWith(['access', 'sub', '--workspace', 'a', '--team', 'ops'], 'sub:1: is a directory');
    await refusedWith(['check', 'none.yaml'], 'none.yaml:1: cannot be read');
  });

  it('name a missing, unknown or ambiguous workspace and team', SLOW, async () => {
    await refusedWith(['variables', 'layout.json'], 'layout.json:--workspace: is missing');
    await refusedWith(['variables', 'layout.json', '--workspace'], 'layout.json:--workspace: ');
    await refusedWith(
      ['variables', 'layout.json', '--workspace', 'c'],
      'layout.json:--workspace: no workspace "c"',
    );
    await refusedWith(
      ['variables', 'layout.json', '--workspace', 'a'],
      'layout.json:--workspace: workspace "a" is ambiguous',
    );
    await refusedWith(
      ['access', 'layout.json'],
      'layout.json:--team: is missing',
      'layout.json:--workspace: is missing',
    );
    await refusedWith(
      ['access', 'layout.json', '--team', 'ghosts', '--workspace', 'zz'],
      'layout.json:--team: ',
      'layout.json:--workspace: ',
    );
    await refusedWith(
      ['access', 'layout.json', '--team', '__proto__', '--workspace', 'b'],
      'layout.json:--team: ',
    );
    await refusedWith(
      ['variables', 'layout.json', '--workspace', 'constructor'],
      'layout.json:--workspace: ',
    );
  });

  it('say what a team may do', SLOW, async () => {
    const ran = await runHere(['access', 'layout.json', '--team', 'ops', '--workspace', 'b']);
    expect(JSON.parse(ran.stdout)).toEqual({
      allowed: {
        read_runs: true,
        queue_plans: true,
        apply_runs: true,
        read_variables: true,
        write_variables: true,
        read_state_outputs: true,
        read_state: true,
        write_state: true,
        lock: true,
        manage_settings: false,
        override_policies: false,
      },
    });
    const owners = await runHere(['access', 'layout.json', '--team', 'owners', '--workspace', 'beta/a']);
    expect(Object.values(JSON.parse(owners.stdout).allowed)).toEqual(Array(11).fill(true));
    const elsewhere = await runHere(['access', 'layout.json', '--team', 'ops', '--workspace', 'beta/a']);
    expect(Object.values(JSON.parse(elsewhere.stdout).allowed)).toEqual(Array(11).fill(false));
  });

  it('refuse a command that there is not', SLOW, async () => {
    for (const name of ['simulat', 'constructor', '__proto__', '']) {
      const ran = await runHere([name]);
      expect([ran.status, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).not.toMatch(/\bat .*:\d+:\d+/);
      expect(ran.stderr.length).toBeGreaterThan(10);
    }
    const none = await runHere([]);
    expect([none.status, none.stdout]).toEqual([2, '']);
  });
});

it('import prints a layout that export reads back', async () => {
  const tf = 'resource "tfe_workspace" "a" {\n  name         = "a"\n  organization = "acme"\n}\n';
  writeFileSync(at('main.tf'), tf);
  const imported = await runHere(['import', 'main.tf']);
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  const exported = await go(['export', '-'], imported.stdout);
  expect(exported).toMatchObject({ status: 0, stderr: '' });
  writeFileSync(at('again.tf'), exported.stdout);
  expect((await runHere(['import', 'again.tf'])).stdout).toBe(imported.stdout);
});
