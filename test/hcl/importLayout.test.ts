import { describe, expect, it } from 'vitest';
import { importLayout } from '#hcl/import/importLayout.ts';
import { parser, read, readText, lines, triggers, workspaces, workspace } from './importing.ts';

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
    expect(rest.problems.map(({ line, kind, message }) => `${line} ${kind}: ${message}`)).toEqual([
      '103 ignored: overridable of tfe_policy_set.opa is not on, so nobody could override its mandatory policies; a layout has no place for that: there, the run waits for an override',
      '120 ignored: the run task scan runs in 2 stages and a layout has one for each name, so it is there 2 times, with the stage behind its name',
    ]);
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
      'reads.tf:26: whose token reads the outputs of orchard/identity is not in these files, so orchard/fruit-3-app-prod has none in the layout',
      'reads.tf:26: with whom orchard/identity shares its state is not in these files, so it shares with nobody in the layout',
      'reads.tf:32: which outputs of data.terraform_remote_state.layer["fruit-2-platform-prod"] are read here cannot be told',
      'reads.tf:35: module app is not followed: only the files that are given are read',
    ]);
  });

  it('what a check reads, by a data source of its own too', () => {
    const source = (name: string) => `data "terraform_remote_state" "${name}" {
      backend = "remote"
      config = { organization = "acme", workspaces = { name = "${name}" } }
    }`;
    const found = readText(`
      terraform {
        cloud {
          organization = "acme"
          workspaces { name = "app" }
        }
      }
      ${source('network')}
      check "room" {
        ${source('identity')}
        assert {
          condition     = length(data.terraform_remote_state.network.outputs.subnets) > data.terraform_remote_state.identity.outputs.seats
          error_message = "full"
        }
      }`);
    expect(lines(found)).toEqual([
      'a.tf:8: with whom acme/network shares its state is not in these files, so it shares with nobody in the layout',
      'a.tf:13: with whom acme/identity shares its state is not in these files, so it shares with nobody in the layout',
    ]);
    expect(workspace(found, 'acme/app')?.reads).toEqual([
      { workspace: 'acme/network', output: 'subnets', via: 'terraform_remote_state' },
      { workspace: 'acme/identity', output: 'seats', via: 'terraform_remote_state' },
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

  it('cannot be chosen among several, so it has a stand-in', () => {
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
    expect(workspaces(found)).toEqual(['organization/app']);
    expect(lines(found)).toEqual([
      'a.tf:1: the organization cannot be known: neither the resource nor its provider names it; these files name one, two, so it is called organization in the layout',
    ]);
  });
});

describe('names that the files do not say', () => {
  const WORKSPACE = (label: string, name: string) =>
    `resource "tfe_workspace" "${label}" {\n  name = ${name}\n  organization = "acme"\n}\n`;

  it('do not take the name of something that is there', () => {
    const found = readText(`variable "n" {}\n${WORKSPACE('app', 'var.n')}${WORKSPACE('b', '"app"')}`);
    expect(workspaces(found)).toEqual(['acme/app-2', 'acme/app']);
  });

  it('are the same wherever they are referred to', () => {
    const found = readText(`
variable "n" {}
resource "tfe_organization" "o" {
  name = var.n
}
resource "tfe_workspace" "net" {
  name = var.n
  organization = tfe_organization.o.id
}
data "tfe_workspace" "again" {
  name = tfe_workspace.net.name
  organization = tfe_organization.o.name
}
resource "tfe_workspace" "app" {
  name = "app"
  organization = tfe_organization.o.name
}
resource "tfe_run_trigger" "t" {
  workspace_id = tfe_workspace.app.id
  sourceable_id = data.tfe_workspace.again.id
}
`);
    expect(workspaces(found)).toEqual(['o/net', 'o/app']);
    expect(triggers(found)).toEqual(['o/net -> o/app']);
    expect(found.problems.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['4 unknown', '7 unknown']);
  });

  it('leave out what has a wrong name', () => {
    const found = readText(`${WORKSPACE('a', '{}')}${WORKSPACE('b', '"b"')}`);
    expect(workspaces(found)).toEqual(['acme/b']);
    expect(found.problems.map(({ kind }) => kind)).toEqual(['mistake']);
  });
});
