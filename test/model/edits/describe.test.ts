import { describe, expect, it } from 'vitest';
import { describeDone, describeEdit } from '#model/edits/index.ts';
import { describeChange } from '#model/scenario/describeChange.ts';
import { settableFields } from '#model/layout/layout.ts';
import { settingSays } from '#model/layout/describeSettings.ts';
import { LEVELS } from '../../support/levels.ts';
import { editExamples, readEdit } from '../../support/editExamples.ts';
import { layout } from '../../support/shorthand.ts';

const [A, B] = ['acme/network', 'acme/app'];
const ROWS: readonly (readonly [Record<string, unknown>, string])[] = [
  [{ type: 'create_run_trigger', sourceable: A, workspace: B }, 'Create the run trigger from network to app'],
  [{ type: 'delete_run_trigger', sourceable: A, workspace: B }, 'Delete the run trigger from network to app'],
  [
    { type: 'set', workspace: B, settings: { auto_apply: false } },
    'In app, turn Auto-apply (auto_apply) off',
  ],
  [
    { type: 'set', workspace: B, settings: { execution_mode: 'agent' } },
    'In app, set Execution Mode (execution_mode) to agent',
  ],
  [
    { type: 'set', workspace: B, settings: { reads: [{ workspace: A, output: 'id', via: 'tfe_outputs' }] } },
    'In app, read id of network through tfe_outputs',
  ],
  [{ type: 'set', workspace: B, settings: { reads: [] } }, 'In app, read nothing from elsewhere'],
  [{ type: 'set', workspace: B, settings: { run_tasks: [] } }, 'In app, remove every run task'],
  [
    { type: 'set', workspace: B, settings: { outputs: [{ name: 'id' }, { name: 'key', sensitive: true }] } },
    'In app, have outputs id and key (sensitive)',
  ],
  [{ type: 'set', workspace: B, settings: { outputs: [] } }, 'In app, have no outputs'],
  [
    { type: 'set', workspace: B, settings: { requires: [{ key: 'k', category: 'env' }, { key: 'l' }] } },
    'In app, need the environment variable k and the Terraform variable l',
  ],
  [
    { type: 'set', workspace: B, settings: { seconds: { plan: 5, apply: 7 } } },
    'In app, let the plan take 5 s and the apply 7 s',
  ],
  [{ type: 'share', sourceable: A, workspace: B }, 'Let app read the state of network'],
  [{ type: 'unshare', sourceable: A, workspace: B }, 'No longer let app read the state of network'],
  [{ type: 'lock', workspace: B }, 'Lock app'],
  [{ type: 'unlock', workspace: B }, 'Unlock app'],
  [{ type: 'attach_set', set: 's', workspace: B }, 'Attach variable set s to app'],
  [{ type: 'detach_set', set: 's', project: 'p' }, 'Detach variable set s from project p'],
  [
    { type: 'set_variable', workspace: B, key: 'k', value: 'v', category: 'env', sensitive: true },
    'In app, set the environment variable k to v, sensitive',
  ],
  [{ type: 'set_variable', set: 's', key: 'k', value: 'v' }, 'In variable set s, set the variable k to v'],
  [{ type: 'set_priority', set: 's', priority: true }, 'Make variable set s a priority set'],
  [{ type: 'set_priority', set: 's', priority: false }, 'Take the priority from variable set s'],
  [{ type: 'rename_set', set: 's', name: 't' }, 'Rename variable set s to t'],
  [{ type: 'exclude_policy', policy: 'p', workspace: B }, 'Exclude app from policy p'],
  [
    { type: 'enforce_policy', policy: 'p', enforcement_level: 'advisory' },
    'Set the enforcement level of policy p to advisory',
  ],
  [
    { type: 'satisfy_policy', policy: 'p', workspace: B },
    'Fix the configuration of app, so that it passes p',
  ],
  [{ type: 'grant_workspace', team: 't', workspace: B, access: 'admin' }, 'Give team t admin on app'],
  [{ type: 'grant_workspace', team: 't', workspace: B, access: null }, 'Take team t its access to app'],
  [
    { type: 'grant_custom', team: 't', workspace: B, permissions: { state_versions: 'read-outputs' } },
    'Give team t custom permissions on app: runs read, state versions read-outputs',
  ],
  [
    { type: 'grant_project', team: 't', project: 'p', access: 'maintain' },
    'Give team t maintain on project p',
  ],
  [{ type: 'grant_project', team: 't', project: 'p', access: null }, 'Take team t its access to project p'],
];

describe('an edit in words', () => {
  it.each(ROWS)('%j', (given, words) => {
    expect(describeEdit(readEdit(given))).toBe(words);
    expect(describeChange(readEdit(given))).toBe(words);
  });

  it.each(editExamples)('$words: $done', ({ edit, words, done }) => {
    expect(describeChange(edit)).toBe(words);
    expect(describeDone(edit)).toBe(done);
  });

  it('says who acts and when, of a dated action', () => {
    const lock = { type: 'lock', workspace: B, as: 'ops', at: 100 } as const;
    expect(describeChange(lock)).toBe('Team ops: lock app, after 100 s');
  });

  it('tells apart all that one level offers', () => {
    for (const { id, palette } of LEVELS) {
      const words = [...palette.edits, ...palette.actions].map(describeChange);
      expect(new Set(words).size, id).toBe(words.length);
    }
  });
});

it('every setting of a workspace is said in words, never as it is stored', () => {
  const settings = {
    outputs: [{ name: 'id', sensitive: true }],
    requires: [{ key: 'k' }],
    reads: [{ workspace: 'network', output: 'id' }],
    variables: [{ key: 'k', value: 'v' }],
    policies: [{ name: 'p', kind: 'opa', enforcement_level: 'mandatory', passes: false }],
    run_tasks: [{ name: 't', stage: 'post_plan', enforcement_level: 'mandatory', passes: true }],
    remote_state_consumer_ids: ['network'],
  };
  const [app] = layout('app, network', { app: settings, network: { outputs: [{ name: 'id' }] } }).workspaces;
  const fields = Object.keys(settableFields);
  const said = fields.map((field) => settingSays('acme/app', field, Reflect.get(app ?? {}, field)));
  expect(said.length).toBeGreaterThan(15);
  expect(said.filter((words) => /[{}[\]"`]|undefined|object/.test(words))).toEqual([]);
  expect(said).toContain('app: its configuration needs the Terraform variable k');
  expect(said).toContain('app: mandatory OPA policy p: fails');
  expect(said).toContain('Auto-apply (auto_apply) of app is off');
});
