import { describe, expect, it } from 'vitest';
import { layout, type Plain, run, set } from '../support/shorthand.ts';

const two = { organizations: [{ name: 'acme' }, { name: 'zeta' }] };
/** The rule by which a plan of app failed, null where it went through. */
const ruleOf = (...given: Parameters<typeof layout>) => {
  const first = run(layout(...given), ['start app']).result.runs[0];
  return first?.status === 'errored' ? first.rule : null;
};
const readers = (access: Plain, more: Plain = {}): [Record<string, Plain>, Plain] => [
  { app: { tfe_token_team: 'readers' } },
  { teams: [{ name: 'readers', ...access }], ...more },
];
const grant = (permissions: Plain) => ({ workspace_access: [{ workspace: 'network', permissions }] });

describe('terraform_remote_state', () => {
  const rows: [string, string, string | null, string | null][] = [
    ['is not shared', '', 'RS-03', null],
    ['is shared with the reader', 'network shares app', null, null],
    ['is shared with somebody else', 'other; network shares other', 'RS-03', null],
    ['is shared with the organization', 'network shares everyone', null, null],
    ['has no state', 'network shares app; network: no_state', 'RS-01', 'RS-01'],
    ['is local', 'network shares app; network: local', null, null],
  ];
  it.each(rows)('where the source %s', (_what, text, hcp, guide) => {
    expect(ruleOf(`app reads network.vpc; ${text}`)).toBe(hcp);
    expect(ruleOf(`app reads network.vpc; ${text}`, {}, { ruleset: 'guide' })).toBe(guide);
  });

  it.each(['hcp', 'guide'])('never crosses organizations, by ruleset %s', (ruleset) => {
    expect(ruleOf('app reads zeta/network.vpc; zeta/network shares everyone', {}, { ...two, ruleset })).toBe(
      'RS-05',
    );
  });

  it('asks nothing of any token', () => {
    expect(ruleOf('app reads network.vpc; network shares app', ...readers({}))).toBeNull();
  });
});

describe('tfe_outputs', () => {
  const text = 'app reads network.vpc through tfe_outputs';

  it('needs a token, whatever is shared', () => {
    expect(ruleOf(text)).toBe('RS-14');
    expect(ruleOf(`${text}; network shares app`)).toBe('RS-14');
    expect(ruleOf(`${text}; network shares everyone`, {}, { ruleset: 'guide' })).toBe('RS-14');
  });

  it.each([
    [grant({ state_versions: 'read-outputs' }), null],
    [grant({ state_versions: 'read' }), null],
    [grant({ state_versions: 'none', runs: 'apply', variables: 'write' }), 'RS-13'],
    [{ workspace_access: [{ workspace: 'network', access: 'read' }] }, null],
    [{ workspace_access: [{ workspace: 'app', access: 'admin' }] }, 'RS-13'],
    [{ organization_access: { read_workspaces: true } }, null],
    [{ organization_access: { manage_policies: true } }, 'RS-13'],
    [{}, 'RS-13'],
  ])('goes by what the team of the token may do on the source: %j', (access, rule) => {
    expect(ruleOf(text, ...readers(access))).toBe(rule);
  });

  it('looks the team up in the organization of the reader, and never reads another one', () => {
    const across = 'app reads zeta/network.vpc through tfe_outputs';
    const teams = ['acme', 'zeta'].map((organization) => ({
      name: 'readers',
      organization,
      organization_access: { manage_workspaces: true },
    }));
    expect(ruleOf(across, { app: { tfe_token_team: 'readers' } }, { ...two, teams })).toBe('RS-13');
    expect(ruleOf(across, { app: { tfe_token_team: 'owners' } }, two)).toBe('RS-13');
    const elsewhere = layout(
      `${text}; zeta/x`,
      { app: { tfe_token_team: 'readers' } },
      { ...two, teams: teams.slice(1) },
    );
    expect(run(elsewhere, ['start app']).summary).toEqual(['run-1 app: errored by RS-13']);
  });
});

describe('every read', () => {
  it.each(['terraform_remote_state', 'tfe_outputs'])(
    'of the workspace itself needs nothing but the output: %s',
    (via) => {
      expect(ruleOf(`app reads app.x through ${via}`)).toBeNull();
      expect(ruleOf(`app reads app.x through ${via}; app: no_state`)).toBe('RS-01');
      expect(ruleOf(`app reads app.x through ${via}`, { app: { outputs: [{ name: 'y' }] } })).toBe('RS-01');
    },
  );

  it('makes no difference by sensitivity', () => {
    const outputs = { network: { outputs: [{ name: 'vpc', sensitive: true }] } };
    expect(ruleOf('app reads network.vpc; network shares app', outputs)).toBeNull();
  });

  it('must succeed: the first that fails names the rule', () => {
    expect(ruleOf('app reads a.x; app reads b.y; a shares app')).toBe('RS-03');
    expect(ruleOf('app reads a.x; app reads b.y through tfe_outputs')).toBe('RS-03');
    expect(ruleOf('app reads b.y through tfe_outputs; app reads a.x')).toBe('RS-14');
  });

  it('is resolved in the second in which planning is entered, not later', () => {
    const given = layout('app reads network.vpc; network shares app; app: auto_apply');
    const hide = (at: number) => set('network', { remote_state_consumer_ids: [] }, { at });
    expect(run(given, ['start app at 0', hide(1)]).result.runs[0]?.status).toBe('applied');
    expect(run(given, [hide(0), 'start app at 0']).result.runs[0]?.rule).toBe('RS-03');
  });

  it('is resolved anew in each run, by the state as it is then', () => {
    const given = layout('app reads network.vpc; network shares app; network: auto_apply');
    const { summary } = run(given, ['start network destroy', 'start app', 'start network', 'start app']);
    expect(summary.slice(0, 4)).toEqual([
      'run-1 network: applied',
      'run-2 app: errored by RS-01',
      'run-3 network: applied',
      'run-4 app: planned waits for confirmation by AA-02',
    ]);
  });

  it('of a source that failed or was canceled in its apply finds the outputs of before', () => {
    const given = layout('app reads network.vpc; network shares app; network: auto_apply, apply_errors');
    expect(run(given, ['start network destroy', 'start app']).summary).toEqual([
      'run-1 network: errored by RUN-13',
      'run-2 app: planned waits for confirmation by AA-02',
    ]);
  });

  it('fails a plan-only run as well, and a destroy', () => {
    for (const mode of ['plan_only', 'destroy', 'save_plan', 'refresh_only', 'allow_empty_apply'])
      expect(run(layout('app reads network.vpc'), [`start app ${mode}`]).story('run-1')).toBe(
        'pending 0, planning 0, errored 20',
      );
  });
});

describe('a long queue', () => {
  it('is worked off in its order, from its middle as from its head', () => {
    const starts = Array.from({ length: 120 }, () => 'start app at 0');
    const { result } = run(layout('app: auto_apply', { app: { seconds: { plan: 1, apply: 1 } } }), [
      ...starts,
      'discard run-100 at 0',
      'discard run-120 at 150',
      'discard run-90 at 150',
    ]);
    const ends = result.runs.map((r) => r.statuses.at(-1));
    const gone = [100, 120, 90];
    let at = 0;
    for (const [i, end] of ends.entries()) {
      if (gone.includes(i + 1)) {
        expect(end?.status).toBe('discarded');
        continue;
      }
      at += 2;
      expect(end).toEqual({ status: 'applied', at });
    }
  });
});
