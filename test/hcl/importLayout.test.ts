import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { importLayout } from '#hcl/importLayout.ts';
import { idOf } from '#model/layout.ts';

const parser = await loadHclParser();
const fixture = (name: string) => ({ name, text: readFileSync(`test/fixtures/hcl/${name}`, 'utf8') });
const read = (...names: string[]) => importLayout(names.map(fixture), parser);
const readText = (text: string) => importLayout([{ name: 'a.tf', text }], parser);
const lines = ({ problems }: ReturnType<typeof read>) =>
  problems.map((p) => `${p.file}:${p.line}: ${p.message}`);
const triggers = ({ layout }: ReturnType<typeof read>) =>
  layout?.run_triggers.map((t) => `${t.sourceable} -> ${t.workspace}`);
const workspaces = ({ layout }: ReturnType<typeof read>) => layout?.workspaces.map(idOf);
const workspace = ({ layout }: ReturnType<typeof read>, id: string) =>
  layout?.workspaces.find((candidate) => idOf(candidate) === id);

describe('configurations as they are found', () => {
  it('a chain in a loop over a variable with optional parts', () => {
    const chain = read('chain.tf');
    expect(lines(chain)).toEqual([]);
    expect(triggers(chain)).toEqual([
      'orchard/fruit-1-network-prod -> orchard/fruit-2-platform-prod',
      'orchard/fruit-2-platform-prod -> orchard/fruit-3-app-prod',
    ]);
    expect(workspace(chain, 'orchard/fruit-1-network-prod')).toMatchObject({
      project: 'Core services',
      auto_apply: true,
      auto_apply_run_trigger: true,
      remote_state_consumer_ids: ['orchard/fruit-2-platform-prod', 'orchard/fruit-3-app-prod'],
    });
    expect(workspace(chain, 'orchard/fruit-3-app-prod')).toMatchObject({ auto_apply: false });
  });

  it('a fan-out from a workspace that only a data source names', () => {
    const fan = read('fan-out.tf');
    expect(lines(fan)).toEqual([]);
    expect(workspaces(fan)).toEqual([
      'Harbour/ledger-dev',
      'Harbour/ledger-prod',
      'Harbour/quay-dev',
      'Harbour/quay-prod',
      'Harbour/tfc-bootstrap',
    ]);
    expect(triggers(fan)).toEqual([
      'Harbour/tfc-bootstrap -> Harbour/ledger-dev',
      'Harbour/tfc-bootstrap -> Harbour/ledger-prod',
      'Harbour/tfc-bootstrap -> Harbour/quay-dev',
      'Harbour/tfc-bootstrap -> Harbour/quay-prod',
      'Harbour/ledger-prod -> Harbour/tfc-bootstrap',
    ]);
    expect(workspace(fan, 'Harbour/quay-dev')).toMatchObject({
      auto_apply: true,
      variables: [{ key: 'product', value: 'quay', category: 'terraform' }],
    });
  });

  it('a fan-in by count, splats and an element of a list of resources', () => {
    const fan = read('fan-in.tf');
    expect(lines(fan)).toEqual([]);
    expect(triggers(fan)).toEqual([
      'mill/Water_Wheel -> mill/grinder-01',
      'mill/Water_Wheel -> mill/grinder-02',
      'mill/Water_Wheel -> mill/grinder-03',
      'mill/wind -> mill/grinder-01',
      'mill/wind -> mill/grinder-02',
      'mill/wind -> mill/grinder-03',
    ]);
    expect(workspace(fan, 'mill/wind')).toMatchObject({ execution_mode: 'agent', global_remote_state: true });
  });

  it('old spellings', () => {
    const old = read('old-spellings.tf');
    expect(lines(old)).toEqual([]);
    expect(triggers(old)).toEqual(['relic/net -> relic/app']);
    expect(workspace(old, 'relic/net')).toMatchObject({ execution_mode: 'local', global_remote_state: true });
    expect(workspace(old, 'relic/app')).toMatchObject({
      execution_mode: 'agent',
      auto_apply: true,
      remote_state_consumer_ids: ['relic/net'],
      variables: [{ key: 'zone', value: '3', category: 'env' }],
      policies: [{ name: 'tags', kind: 'sentinel', enforcement_level: 'hard-mandatory', passes: true }],
    });
    expect(old.layout?.variable_sets).toMatchObject([
      { name: 'creds', workspaces: ['relic/extra', 'relic/net'] },
    ]);
  });

  it('commented-out blocks, one of which is still referred to', () => {
    const found = read('commented-out.tf');
    expect(workspaces(found)).toEqual(['attic/kept']);
    expect(workspace(found, 'attic/kept')).toMatchObject({ auto_apply: false });
    expect(lines(found)).toEqual([
      'commented-out.tf:28: sourceable_id cannot be known: the files declare no data.tfe_workspace.old: it is commented out in commented-out.tf:21',
    ]);
  });

  it('sets, teams, policies, run tasks and what is inherited', () => {
    const { layout, ...rest } = read('access.tf');
    expect(rest.problems).toEqual([]);
    expect(layout).toMatchObject({
      workspaces: [
        {
          name: 'ponds',
          project: 'Parks',
          execution_mode: 'local',
          cost_estimation: true,
          policies: [{ name: 'tags', kind: 'opa', enforcement_level: 'mandatory', passes: true }],
          run_tasks: [
            { name: 'scan', stage: 'pre_plan', enforcement_level: 'mandatory' },
            { name: 'scan-post_apply', stage: 'post_apply', enforcement_level: 'advisory' },
          ],
        },
        { name: 'paths', project: null, execution_mode: 'remote', cost_estimation: true, policies: [] },
      ],
      variable_sets: [
        {
          name: 'parks only',
          project: 'Parks',
          priority: true,
          workspaces: ['council/ponds'],
          projects: ['Parks'],
          variables: [{ key: 'TOKEN', value: '', category: 'env', sensitive: true }],
        },
      ],
      teams: [
        {
          name: 'gardeners',
          organization_access: { read_workspaces: true, manage_workspaces: false },
          project_access: [{ project: 'Parks', access: 'maintain' }],
          workspace_access: [
            {
              workspace: 'council/ponds',
              permissions: {
                runs: 'apply',
                variables: 'none',
                state_versions: 'read-outputs',
                workspace_locking: true,
              },
            },
          ],
        },
      ],
    });
  });

  it('what a configuration reads and gives', () => {
    const found = read('chain.tf', 'reads.tf');
    expect(workspace(found, 'orchard/fruit-3-app-prod')).toMatchObject({
      reads: [
        { workspace: 'orchard/fruit-1-network-prod', output: 'subnet_ids', via: 'terraform_remote_state' },
        { workspace: 'orchard/identity', output: 'zone_id', via: 'tfe_outputs' },
        { workspace: 'orchard/identity', output: 'secret', via: 'tfe_outputs' },
      ],
      outputs: [{ name: 'url', sensitive: true }],
    });
    expect(workspace(found, 'orchard/identity')?.outputs.map((o) => o.name)).toEqual(['zone_id', 'secret']);
    expect(lines(found)).toEqual([
      'reads.tf:32: which outputs of data.terraform_remote_state.layer["fruit-2-platform-prod"] are read here cannot be told',
      'reads.tf:35: module app is not followed: only the files that are given are read',
    ]);
  });

  it('workspaces that need each other', () => {
    const found = read('circle.tf');
    expect(found.problems).toHaveLength(1);
    expect(lines(found)[0]).toMatch(
      /^circle\.tf:5: tfe_workspace\.left needs tfe_workspace\.right needs tfe_workspace\.left: /,
    );
    expect(triggers(found)).toEqual(['ring/left -> ring/right', 'ring/right -> ring/left']);
  });
});

describe('broken as found', () => {
  const found = read('broken.tf');

  it('every problem stands at its line', () => {
    expect(lines(found)).toEqual([
      'broken.tf:5: the organization cannot be known: variable organization has no default in the files; shed, the only one in these files, is taken',
      'broken.tf:16: workspace_id must be an id, not a whole resource: write tfe_workspace.a.id',
      'broken.tf:17: sourceable_id must be an id, not a whole resource: write tfe_workspace.b["one"].id',
      'broken.tf:26: tfe_run_trigger.twice is declared twice, already in broken.tf:21; rename one of them',
      'broken.tf:34: sourceable_id cannot be known: there is no instance "three" of tfe_workspace.b, known are "one", "two"',
      'broken.tf:38: workspace_id cannot be known: tfe_workspace.b has for_each, so an instance must be chosen, such as tfe_workspace.b["one"].id',
      'broken.tf:39: sourceable_id must be an id, "a" is the name of a workspace: write .id instead of .name',
      'broken.tf:44: workspace_id cannot be known: the files declare no tfe_workspace.c',
      'broken.tf:45: sourceable_id is "ws-SihZTyXKfNXUWuUa", which is not the id of a tfe_workspace of these files',
      'broken.tf:48: sourceable_id is missing, must be the id of a tfe_workspace',
      'broken.tf:49: workspace_id must be the id of a tfe_workspace, not of tfe_project.p',
      'broken.tf:58: workspace_id must be the id of a tfe_workspace, not of tfe_project.p',
      'broken.tf:63: for_each must be a map or a set of texts, not a list; a list becomes one with toset(…)',
      'broken.tf:69: name cannot be known: module.names is not followed',
      'broken.tf:73: module names is not followed: only the files that are given are read',
      'broken.tf:77: tfe_run_triger is not known here, did you mean tfe_run_trigger?; it is left out',
      'broken.tf:79: workspace shed/a exists already, by broken.tf:3; this one is left out',
      'broken.tf:86: value cannot be known, and is left empty: variable token has no default in the files',
      'broken.tf:102: custom access to a project has no place in a layout: grant it by tfe_team_access in each workspace',
      'broken.tf:109: execution_mode must be one of remote, agent, local, not "serverless"',
    ]);
  });

  it('the rest is read', () => {
    expect(workspaces(found)).toEqual(['shed/a', 'shed/b-one', 'shed/b-two']);
    expect(triggers(found)).toEqual(['shed/b-one -> shed/a']);
  });

  it('a file with a syntax error is left out, the others are not', () => {
    const both = importLayout(
      [fixture('chain.tf'), { name: 'bad.tf', text: 'resource "x" "y" {\n' }],
      parser,
    );
    expect(lines(both)).toEqual(['bad.tf:1: starts a block that is not closed, } is missing']);
    expect(triggers(both)).toHaveLength(2);
  });
});

describe('the organization', () => {
  const APP = 'resource "tfe_workspace" "app" {\n  name = "app"\n}\n';

  it('that nothing names has a stand-in, and is reported at the provider', () => {
    const found = readText(`${APP}\nprovider "tfe" {}\n`);
    expect(workspaces(found)).toEqual(['organization/app']);
    expect(lines(found)).toEqual([
      'a.tf:5: the name of the organization is not in these files (neither the resource nor its provider names it); it is called organization in the layout',
    ]);
  });

  it('comes from the provider that the resource uses', () => {
    const found = readText(`
provider "tfe" {
  organization = "one"
}
provider "tfe" {
  alias        = "second"
  organization = "two"
}
${APP}
resource "tfe_workspace" "other" {
  provider = tfe.second
  name     = "other"
}
`);
    expect([workspaces(found), lines(found)]).toEqual([['one/app', 'two/other'], []]);
  });

  it('comes from a file of values', () => {
    const text = `variable "org" {}\nprovider "tfe" {\n  organization = var.org\n}\n${APP}`;
    const values = { name: 'terraform.tfvars', text: 'org = "given"\n' };
    expect(workspaces(importLayout([{ name: 'a.tf', text }, values], parser))).toEqual(['given/app']);
  });

  it('cannot be chosen among several', () => {
    const found = readText(`${APP}
resource "tfe_project" "p" {
  name         = "p"
  organization = "one"
}
resource "tfe_project" "q" {
  name         = "q"
  organization = "two"
}
`);
    expect(workspaces(found)).toEqual([]);
    expect(lines(found)).toEqual([
      'a.tf:1: the organization cannot be known: neither the resource nor its provider names it; these files name one, two',
    ]);
  });
});

describe('what a layout cannot hold', () => {
  it('is reported at its block and left out', () => {
    const found = readText(`
provider "tfe" {
  organization = "o"
}
resource "tfe_workspace" "bad" {
  name = "no spaces please"
}
resource "tfe_workspace" "app" {
  name = "app"
}
resource "tfe_variable" "one" {
  key          = "k"
  category     = "env"
  workspace_id = tfe_workspace.app.id
}
resource "tfe_variable" "two" {
  key          = "k"
  category     = "env"
  workspace_id = tfe_workspace.app.id
}
`);
    expect(lines(found)).toEqual([
      'a.tf:5: name must be a name of letters, digits, - and _, not "no spaces please"',
      'a.tf:16: key is in the list twice, already at a.tf:11',
    ]);
    expect(workspaces(found)).toEqual(['o/app']);
    expect(workspace(found, 'o/app')?.variables).toHaveLength(1);
  });

  it('nothing at all is no layout', () => {
    const found = readText('resource "aws_instance" "x" {\n  ami = "ami-1"\n}\n');
    expect(found.layout).toBeNull();
    expect(lines(found)).toEqual([
      'a.tf:1: nothing of a layout is in these files: they use no resource of the tfe provider',
    ]);
  });

  it('a comment for runchain that is not understood', () => {
    const found = readText(`
# runchain: workspace o/gone {"locked":true}
# runchain: workspace o/app {"lokced":true}
# runchain: nonsense
# runchain: workspace o/app {"seconds":{"plan":-1,"apply":3}}
resource "tfe_workspace" "app" {
  name         = "app"
  organization = "o"
}
`);
    expect(lines(found)).toEqual([
      'a.tf:2: there is no workspace o/gone',
      'a.tf:3: "lokced" is not a field that a comment holds here',
      'a.tf:4: is not understood: a comment for runchain names a part of the layout, then gives its fields as JSON',
      'a.tf:6: plan must be a whole number, 0 or more, not -1',
    ]);
  });
});
