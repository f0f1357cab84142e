import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importShowJson } from '#hcl/import/show/importShow.ts';
import { lines, readText, workspace } from './importing.ts';

const PROVIDER = 'provider "tfe" {\n  organization = "o"\n}\n';
const HOME = 'terraform {\n  cloud {\n    organization = "o"\n    workspaces { name = "app" }\n  }\n}\n';

describe('what holds for a whole organization', () => {
  it('holds for the workspace of the files and for those that it reads too', () => {
    const found = readText(`${PROVIDER}${HOME}
resource "tfe_organization" "o" {
  name                    = "o"
  cost_estimation_enabled = true
}
resource "tfe_organization_default_settings" "o" {
  default_execution_mode = "agent"
}
resource "tfe_policy" "tags" {
  name = "tags"
}
resource "tfe_policy_set" "all" {
  name       = "all"
  global     = true
  policy_ids = [tfe_policy.tags.id]
}
resource "tfe_organization_run_task" "scan" {
  name = "scan"
}
resource "tfe_organization_run_task_global_settings" "scan" {
  task_id           = tfe_organization_run_task.scan.id
  enforcement_level = "advisory"
  stages            = ["pre_plan"]
}
data "terraform_remote_state" "net" {
  backend = "remote"
  config  = { organization = "o", workspaces = { name = "net" } }
}
output "vpc" {
  value = data.terraform_remote_state.net.outputs.vpc
}
`);
    for (const id of ['o/app', 'o/net'])
      expect(workspace(found, id)).toMatchObject({
        execution_mode: 'agent',
        cost_estimation: true,
        policies: [{ name: 'tags' }],
        run_tasks: [{ name: 'scan' }],
      });
  });
});

describe('what is left out is said', () => {
  it('a block of a type that there is not', () => {
    expect(
      lines(readText(`${PROVIDER}resorce "tfe_workspace" "a" {\n  name = "a"\n}\nmoved {\n}\n`)),
    ).toEqual(['a.tf:4: a block resorce is not known here, did you mean resource?; it is left out']);
  });

  it('an argument outside of every block', () => {
    expect(lines(readText('region = "eu"\n'))).toEqual([
      'a.tf:1: region is outside of every block, so nothing can use it: put it into locals',
    ]);
  });

  it('a run task that is switched off, which runs nowhere', () => {
    const found = readText(`${PROVIDER}
resource "tfe_workspace" "a" {
  name = "a"
}
resource "tfe_organization_run_task" "scan" {
  name    = "scan"
  enabled = false
}
resource "tfe_workspace_run_task" "scan" {
  workspace_id      = tfe_workspace.a.id
  task_id           = tfe_organization_run_task.scan.id
  enforcement_level = "mandatory"
  stages            = ["pre_plan"]
}
`);
    expect(lines(found)).toEqual([
      'a.tf:10: the run task scan is switched off, so it is in no workspace of the layout',
    ]);
    expect(workspace(found, 'o/a')?.run_tasks).toEqual([]);
  });

  it('an argument that is nearly called as one that is read', () => {
    const found = readText(`${PROVIDER}
resource "tfe_workspace" "a" {
  name        = "a"
  auto_aply   = true
  description = "of no use here"
}
resource "tfe_run_trigger" "t" {
  workspce_id   = tfe_workspace.a.id
  workspace_id  = tfe_workspace.a.id
  sourceable_id = tfe_workspace.a.id
}
`);
    expect(lines(found)).toEqual([
      'a.tf:7: auto_aply is not known here, did you mean auto_apply?; it is left out',
      'a.tf:11: workspce_id is not known here, did you mean workspace_id?; it is left out',
    ]);
  });

  it('but not the arguments that the provider has', () => {
    const table = parse(readFileSync('test/content/providerAttributes.yaml', 'utf8'));
    for (const [type, { needs = [], may = [], deprecated = [] }] of Object.entries<Record<string, string[]>>(
      table.resources,
    )) {
      const body = [...needs, ...may, ...deprecated].map((name) => `  ${name} = null\n`).join('');
      const told = lines(readText(`resource "${type}" "x" {\n${body}}\n`));
      expect(
        told.filter((line) => line.includes('is not known here')),
        type,
      ).toEqual([]);
    }
  });

  it('a write-only value, unless nobody would see it anyway', () => {
    const variable = (more: string) => `${PROVIDER}
resource "tfe_workspace" "a" {
  name = "a"
}
resource "tfe_variable" "token" {
  workspace_id = tfe_workspace.a.id
  key          = "token"
  category     = "env"
  value_wo     = "secret"
  ${more}
}
`;
    const found = readText(variable(''));
    expect(lines(readText(variable('sensitive = true')))).toEqual([]);
    expect(lines(found)).toEqual([
      'a.tf:12: a write-only value is kept by the platform alone, so the value is left empty',
    ]);
    expect(workspace(found, 'o/a')?.variables).toMatchObject([{ key: 'token', value: '' }]);
  });

  it('a state whose backend cannot be known', () => {
    const found = readText(`${HOME}
variable "backend" {}
data "terraform_remote_state" "net" {
  backend = var.backend
  config  = { organization = "o", workspaces = { name = "net" } }
}
`);
    expect(lines(found)).toEqual([
      'a.tf:10: data.terraform_remote_state.net: the backend cannot be known: variable backend has no default in the files; what is read of it is left out',
    ]);
  });

  it('what a configuration reads, where only its plan is given', () => {
    const resource = (mode: string, type: string, values: object) => {
      const address = `${mode === 'data' ? 'data.' : ''}${type}.x`;
      return { address, mode, type, name: 'x', values };
    };
    const resources = [
      resource('managed', 'tfe_workspace', { id: 'ws-1', name: 'app', organization: 'o' }),
      resource('data', 'tfe_outputs', { organization: 'o', workspace: 'net' }),
    ];
    const { problems } = importShowJson({ values: { root_module: { resources } } }, 'state.json');
    expect(problems).toMatchObject([
      {
        kind: 'ignored',
        message:
          'data.tfe_outputs.x: which outputs the configuration reads is not taken from JSON: import its files instead to have them in the layout',
      },
    ]);
  });
});

describe('with whom a workspace that is only looked up shares its state', () => {
  it('is known where its settings are in the files', () => {
    const found = readText(`${PROVIDER}${HOME}
data "tfe_workspace" "net" {
  name = "net"
}
resource "tfe_workspace_settings" "net" {
  workspace_id        = data.tfe_workspace.net.id
  global_remote_state = false
}
data "terraform_remote_state" "net" {
  backend = "remote"
  config  = { organization = "o", workspaces = { name = "net" } }
}
output "vpc" {
  value = data.terraform_remote_state.net.outputs.vpc
}
`);
    expect(lines(found)).toEqual([]);
  });
});
