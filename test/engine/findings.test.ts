import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingsOf } from '#engine/findings/findings.ts';
import { FINDING_RULES } from '#engine/findings/index.ts';
import { parseLayout } from '#model/layout/layout.ts';

function findings(layout: object) {
  const parsed = parseLayout({ version: 1, organizations: [{ name: 'acme' }], ...layout });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return findingsOf(parsed.value);
}

const read = (via = 'terraform_remote_state') => [{ workspace: 'network', output: 'vpc', via }];
const trigger = [{ sourceable: 'network', workspace: 'app' }];
const network = { name: 'network', outputs: [{ name: 'vpc' }] };
const shared = { ...network, remote_state_consumer_ids: ['app'] };
const many = (n: number) => Array.from({ length: n }, (_, i) => `source-${i}`);

/** Finding id → a layout that has it, the workspaces it names, and a like layout that has not. */
const rows: Record<string, { has: object; names: string[]; hasNot: object }> = {
  'rs-03-read-without-sharing': {
    has: { workspaces: [network, { name: 'app', reads: read() }], run_triggers: trigger },
    names: ['acme/app', 'acme/network'],
    hasNot: { workspaces: [shared, { name: 'app', reads: read() }], run_triggers: trigger },
  },
  'rs-05-read-across-organizations': {
    has: {
      organizations: [{ name: 'acme' }, { name: 'zeta' }],
      workspaces: [
        { ...network, organization: 'acme', global_remote_state: true },
        { name: 'app', organization: 'zeta', reads: read() },
      ],
    },
    names: ['zeta/app', 'acme/network'],
    hasNot: { workspaces: [shared, { name: 'app', reads: read() }] },
  },
  'rs-13-token-without-access': {
    has: { workspaces: [network, { name: 'app', reads: read('tfe_outputs') }] },
    names: ['acme/app', 'acme/network'],
    hasNot: {
      workspaces: [network, { name: 'app', reads: read('tfe_outputs'), tfe_token_team: 'readers' }],
      teams: [
        {
          name: 'readers',
          workspace_access: [{ workspace: 'network', permissions: { state_versions: 'read-outputs' } }],
        },
      ],
    },
  },
  'rs-01-undeclared-output': {
    has: {
      workspaces: [
        { ...shared, outputs: [] },
        { name: 'app', reads: read() },
      ],
    },
    names: ['acme/app', 'acme/network'],
    hasNot: { workspaces: [shared, { name: 'app', reads: read() }] },
  },
  'rs-26-read-without-trigger': {
    has: { workspaces: [shared, { name: 'app', reads: read() }] },
    names: ['acme/app', 'acme/network'],
    hasNot: {
      workspaces: [shared, { name: 'platform' }, { name: 'app', reads: read() }],
      run_triggers: [
        { sourceable: 'network', workspace: 'platform' },
        { sourceable: 'platform', workspace: 'app' },
      ],
    },
  },
  'rt-20-trigger-without-read': {
    has: { workspaces: [network, { name: 'app' }], run_triggers: trigger },
    names: ['acme/network', 'acme/app'],
    hasNot: { workspaces: [shared, { name: 'app', reads: read() }], run_triggers: trigger },
  },
  'rs-10-shared-with-organization': {
    has: { workspaces: [{ ...network, global_remote_state: true }] },
    names: ['acme/network'],
    hasNot: { workspaces: [shared, { name: 'app' }] },
  },
  'vs-13-credential-through-output': {
    has: {
      workspaces: [
        { ...shared, outputs: [{ name: 'db_password', sensitive: true }] },
        { name: 'app', reads: [{ workspace: 'network', output: 'db_password' }] },
      ],
    },
    names: ['acme/network', 'acme/app'],
    hasNot: { workspaces: [shared, { name: 'app', reads: read() }] },
  },
  'vs-12-credential-not-sensitive': {
    has: {
      workspaces: [{ name: 'app' }],
      variable_sets: [
        {
          name: 'creds',
          workspaces: ['app'],
          variables: [{ key: 'AWS_SECRET_ACCESS_KEY', category: 'env' }],
        },
      ],
    },
    names: ['acme/app'],
    hasNot: {
      workspaces: [{ name: 'app' }],
      variable_sets: [
        {
          name: 'creds',
          workspaces: ['app'],
          variables: [{ key: 'AWS_SECRET_ACCESS_KEY', category: 'env', sensitive: true }],
        },
      ],
    },
  },
  'em-03-local-downstream': {
    has: { workspaces: [network, { name: 'app', execution_mode: 'local' }], run_triggers: trigger },
    names: ['acme/app', 'acme/network'],
    hasNot: { workspaces: [network, { name: 'app', execution_mode: 'agent' }], run_triggers: trigger },
  },
  'em-04-local-source': {
    has: { workspaces: [{ ...network, execution_mode: 'local' }, { name: 'app' }], run_triggers: trigger },
    names: ['acme/network', 'acme/app'],
    hasNot: { workspaces: [network, { name: 'app' }], run_triggers: trigger },
  },
  'aa-05-triggered-runs-will-wait': {
    has: { workspaces: [network, { name: 'app', auto_apply: true }], run_triggers: trigger },
    names: ['acme/app'],
    hasNot: {
      workspaces: [network, { name: 'app', auto_apply: true, auto_apply_run_trigger: true }],
      run_triggers: trigger,
    },
  },
  'fi-32-diamond': {
    has: {
      workspaces: [network, { name: 'platform' }, { name: 'app' }],
      run_triggers: [
        { sourceable: 'network', workspace: 'platform' },
        { sourceable: 'network', workspace: 'app' },
        { sourceable: 'platform', workspace: 'app' },
      ],
    },
    names: ['acme/app', 'acme/network', 'acme/platform'],
    hasNot: {
      workspaces: [network, { name: 'platform' }, { name: 'app' }],
      run_triggers: [
        { sourceable: 'network', workspace: 'app' },
        { sourceable: 'platform', workspace: 'app' },
      ],
    },
  },
  'rt-03-too-many-sources': {
    has: {
      workspaces: [{ name: 'app' }, ...many(21).map((name) => ({ name }))],
      run_triggers: many(21).map((sourceable) => ({ sourceable, workspace: 'app' })),
    },
    names: ['acme/app'],
    hasNot: {
      workspaces: [{ name: 'app' }, ...many(20).map((name) => ({ name }))],
      run_triggers: many(20).map((sourceable) => ({ sourceable, workspace: 'app' })),
    },
  },
  'vs-07-overridden-by-priority': {
    has: {
      workspaces: [{ name: 'app', variables: [{ key: 'size', value: 'small' }] }],
      variable_sets: [
        { name: 'all', global: true, priority: true, variables: [{ key: 'size', value: 'huge' }] },
      ],
    },
    names: ['acme/app'],
    hasNot: {
      workspaces: [{ name: 'app', variables: [{ key: 'size', value: 'small' }] }],
      variable_sets: [{ name: 'all', global: true, variables: [{ key: 'size', value: 'huge' }] }],
    },
  },
  'rt-05-refused-trigger': {
    has: {
      organizations: [{ name: 'acme' }, { name: 'zeta' }],
      workspaces: [
        { name: 'network', organization: 'acme' },
        { name: 'app', organization: 'zeta' },
      ],
      run_triggers: trigger,
    },
    names: ['acme/network', 'zeta/app'],
    hasNot: { workspaces: [network, { name: 'app' }], run_triggers: trigger },
  },
  'rt-22-own-trigger': {
    has: { workspaces: [network], run_triggers: [{ sourceable: 'network', workspace: 'network' }] },
    names: ['acme/network'],
    hasNot: { workspaces: [network, { name: 'app' }], run_triggers: trigger },
  },
  'cy-11-ring-of-triggers': {
    has: {
      workspaces: [network, { name: 'app' }],
      run_triggers: [...trigger, { sourceable: 'app', workspace: 'network' }],
    },
    names: ['acme/network', 'acme/app'],
    hasNot: { workspaces: [network, { name: 'app' }], run_triggers: trigger },
  },
};

describe('check', () => {
  it('has a row here, a file and a place in the list for every kind of finding', () => {
    const files = readdirSync(new URL('../../src/engine/findings/', import.meta.url))
      .filter((name) => /^[a-z]+-\d+-/.test(name))
      .map((name) => name.replace(/\.ts$/, ''))
      .sort();
    expect(FINDING_RULES.map((rule) => rule.id).sort()).toEqual(files);
    expect(Object.keys(rows).sort()).toEqual(files);
  });

  describe.each(FINDING_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const row = rows[id];
    it(`finds: ${rule.title.toLowerCase()}`, () => {
      const found = findings(row?.has ?? {}).filter((f) => f.rule === rule.fact);
      expect(found[0]).toMatchObject({ rule: rule.fact, severity: rule.severity, workspaces: row?.names });
      expect(found[0]?.fix.length).toBeGreaterThan(10);
      expect(found[0]?.message).toMatch(/\.$/);
    });
    it('finds nothing where it does not hold', () => {
      expect(findings(row?.hasNot ?? {}).filter((f) => f.rule === rule.fact)).toEqual([]);
    });
  });

  it('does not ask for shared state under the guide, which does not know of it', () => {
    const layout = { ruleset: 'guide', ...rows['rs-03-read-without-sharing']?.has };
    expect(findings(layout).filter((f) => f.rule === 'RS-03')).toEqual([]);
  });

  it('names the variable sets of one key by their own organization', () => {
    const found = findings({
      organizations: [{ name: 'acme' }, { name: 'zeta' }],
      workspaces: [{ name: 'app', organization: 'acme', variables: [{ key: 'size' }] }],
      variable_sets: [
        { name: 'all', organization: 'acme', global: true, variables: [{ key: 'size' }] },
        { name: 'all', organization: 'zeta', global: true, priority: true, variables: [{ key: 'size' }] },
      ],
    });
    expect(found.filter((f) => f.rule === 'VS-07')).toEqual([]);
  });
});
