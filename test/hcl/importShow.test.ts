import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importShowJson } from '#hcl/import/show/importShow.ts';

const read = (name: string) =>
  importShowJson(JSON.parse(readFileSync(`test/fixtures/hcl/${name}`, 'utf8')), name);

describe('terraform show -json', () => {
  it('of a state, with its modules', () => {
    const { layout, problems } = read('show-state.json');
    expect(problems.map((p) => `${p.file}:${p.line}: ${p.message}`)).toEqual([
      'show-state.json:1: module.spoke["a"].tfe_run_trigger.gone: sourceable_id is "ws-elsewhere", which is not the id of a tfe_workspace of these files',
    ]);
    expect(layout).toMatchObject({
      organizations: [{ name: 'orchard' }],
      workspaces: [
        {
          name: 'hub',
          project: null,
          auto_apply: true,
          cost_estimation: true,
          remote_state_consumer_ids: ['orchard/spoke'],
        },
        {
          name: 'spoke',
          execution_mode: 'local',
          auto_apply_run_trigger: true,
          variables: [{ key: 'region', value: 'eu-west-1' }],
        },
        { name: 'far' },
      ],
      run_triggers: [
        { sourceable: 'orchard/far', workspace: 'orchard/hub' },
        { sourceable: 'orchard/hub', workspace: 'orchard/spoke' },
      ],
      teams: [
        {
          name: 'ops',
          organization_access: { manage_policies: true },
          workspace_access: [
            { workspace: 'orchard/spoke', permissions: { runs: 'apply', workspace_locking: true } },
            { workspace: 'orchard/hub', access: 'write' },
          ],
        },
      ],
    });
  });

  it('of a plan, whose ids are not known yet', () => {
    const { layout, problems } = read('show-plan.json');
    expect(layout?.run_triggers).toEqual([
      { sourceable: 'orchard/app', workspace: 'orchard/last' },
      { sourceable: 'orchard/app', workspace: 'orchard/last' },
    ]);
    expect(problems.map((p) => p.message)).toEqual([
      'tfe_run_trigger.open["app"]: workspace_id cannot be known: the plan does not know workspace_id yet, and tfe_workspace.layer does not say which instance it is',
    ]);
  });

  it('of a plan before the first apply, where nothing has an id yet', () => {
    const { layout, problems } = read('show-first-plan.json');
    expect(layout?.run_triggers).toEqual([
      { sourceable: 'quarry/pit', workspace: 'quarry/belt-a' },
      { sourceable: 'quarry/pit', workspace: 'quarry/belt-b' },
      { sourceable: 'quarry/drawn', workspace: 'quarry/sieve' },
      { sourceable: 'quarry/pit', workspace: 'quarry/sieve' },
    ]);
    const consumers = layout?.workspaces.map((w) => [w.name, w.remote_state_consumer_ids]);
    expect(Object.fromEntries(consumers ?? [])).toEqual({
      pit: ['quarry/belt-a', 'quarry/belt-b'],
      'belt-a': [],
      'belt-b': [],
      drawn: ['quarry/old', 'quarry/sieve'],
      old: [],
      sieve: [],
    });
    expect(layout?.variable_sets).toMatchObject([
      { name: 'keys', workspaces: ['quarry/sieve', 'quarry/belt-b'], variables: [{ key: 'K', value: '' }] },
    ]);
    expect(problems.map((p) => `${p.kind}: ${p.message}`)).toEqual([
      'unknown: tfe_workspace.drawn: name cannot be known: the plan does not know name yet, and random_pet.x.id does not say which instance it is; it is called drawn in the layout',
      'unknown: tfe_variable.key: value cannot be known, and is left empty: the plan does not know value yet, and random_pet.x.id does not say which instance it is',
    ]);
  });

  it.each([null, 3, 'x', [], {}, { values: 3 }, { format_version: '1.0' }])('not of %j', (json) => {
    expect(importShowJson(json, 'x.json')).toMatchObject({
      layout: null,
      problems: [
        { file: 'x.json', line: 1, message: expect.stringContaining('is not the JSON of terraform show') },
      ],
    });
  });

  it('of an empty state', () => {
    expect(importShowJson({ values: {} }, 'x.json')).toMatchObject({
      layout: null,
      problems: [{ message: expect.stringContaining('nothing of a layout') }],
    });
  });
});
