import { describe, expect, it } from 'vitest';
import { importShowJson } from '#hcl/import/show/importShow.ts';
import { isMistake } from '#hcl/syntax/position.ts';
import { readText } from './importing.ts';

const ORGANIZATION = 'resource "tfe_organization" "o" {\n  name  = "acme"\n  email = "a@b.c"\n}\n';
const workspace = (name: string, more = '') =>
  `resource "tfe_workspace" "${name}" {\n  name         = "${name}"\n  organization = tfe_organization.o.name\n${more}}\n`;
const variable = (value: string) =>
  `${workspace('a')}resource "tfe_variable" "v" {\n  workspace_id = tfe_workspace.a.id\n  key = "k"\n  category = "env"\n  value = ${value}\n}\n`;
const trigger = (from: string) =>
  `${workspace('a')}resource "tfe_run_trigger" "t" {\n  workspace_id  = tfe_workspace.a.id\n  sourceable_id = ${from}\n}\n`;
const kinds = (text: string) => [...new Set(readText(ORGANIZATION + text).problems.map(({ kind }) => kind))];

describe('what kind a problem is', () => {
  it.each([
    ['a value given elsewhere', `variable "on" {}\n${workspace('a', '  auto_apply = var.on\n')}`],
    ['a module whose files are not there', `module "m" {\n  source = "./m"\n}\n${workspace('a')}`],
    ['a resource that this app does not know', `resource "tfe_nothing" "n" {}\n${workspace('a')}`],
    ['what is known only where Terraform runs', workspace('a', '  auto_apply = terraform.workspace\n')],
    ['a function that is not computed', variable('uuid()')],
    ['an id in a value', variable(`"x-\${tfe_workspace.a.id}"`)],
    ['a value of another provider', `data "vault_token" "t" {}\n${variable('data.vault_token.t.token')}`],
    ['an id that was given elsewhere', trigger('"ws-SihZTyXKfNXUWuUa"')],
    [
      'workspaces looked up by tag',
      `data "tfe_workspace_ids" "w" {\n  tag_names = ["x"]\n}\n${workspace('a')}${workspace('b', '  remote_state_consumer_ids = values(data.tfe_workspace_ids.w.ids)\n')}`,
    ],
    [
      'policies of a repository',
      `resource "tfe_policy_set" "p" {\n  name = "p"\n  organization = tfe_organization.o.name\n  policies_path = "p"\n}\n`,
    ],
    [
      'a state that nobody is known to read',
      'data "terraform_remote_state" "s" {\n  backend = "remote"\n  config = { organization = "acme", workspaces = { name = "n" } }\n}\n',
    ],
  ])('unknown: %s', (_what, text) => {
    expect(kinds(text)).toEqual(['unknown']);
  });

  it.each([
    ['sharing with a project', workspace('a', '  project_remote_state = true\n')],
    [
      'permissions of one’s own in a project',
      'resource "tfe_team" "t" {\n  name = "t"\n  organization = tfe_organization.o.name\n}\nresource "tfe_project" "p" {\n  name = "p"\n  organization = tfe_organization.o.name\n}\nresource "tfe_team_project_access" "a" {\n  team_id = tfe_team.t.id\n  project_id = tfe_project.p.id\n  access = "custom"\n}\n',
    ],
  ])('ignored: %s', (_what, text) => {
    expect(kinds(text)).toEqual(['ignored']);
  });

  it.each([
    ['a name that is nowhere', trigger('tfe_workspace.b.id')],
    ['a name instead of an id', trigger('"somewhere"')],
    ['a whole resource instead of its id', trigger('tfe_workspace.a')],
    ['a map where ids are wanted', workspace('a', '  remote_state_consumer_ids = {}\n')],
    [
      'a missing end',
      `${workspace('a')}resource "tfe_run_trigger" "t" {\n  workspace_id = tfe_workspace.a.id\n}\n`,
    ],
    ['a value of another type', workspace('a', '  auto_apply = "often"\n')],
    ['a text that is none', variable('{}')],
    ['a choice that there is not', workspace('a', '  execution_mode = "serverless"\n')],
    ['a name that is taken', workspace('a') + workspace('a').replace('"a" {', '"b" {')],
    ['a block declared twice', workspace('a') + workspace('a')],
    ['a name that no layout may hold', workspace('a').replace('= "a"', '= "a b"')],
    ['for_each of a list', workspace('a', '  for_each = ["x"]\n')],
    ['a comment of ours that names nothing', `# runchain: workspace acme/b {}\n${workspace('a')}`],
    [
      'a circle',
      workspace('a', '  remote_state_consumer_ids = [tfe_workspace.b.id]\n') +
        workspace('b', '  remote_state_consumer_ids = [tfe_workspace.a.id]\n'),
    ],
  ])('mistake: %s', (_what, text) => {
    expect(kinds(text)).toEqual(['mistake']);
  });

  it.each([
    ['a block without an end', 'resource "tfe_workspace" {'],
    ['two arguments in one line', 'locals {\n  a = 1 b = 2\n}\n'],
    ['an argument twice in a block', 'locals {\n  a = 1\n  a = 2\n}\n'],
    ['a control character', 'locals {\n  a = "\u0000"\n}\n'],
  ])('syntax: %s', (_what, text) => {
    expect(readText(text).problems.map(({ kind }) => kind)).toEqual(['syntax']);
    expect(readText(text).layout).toBeNull();
  });

  it('JSON that is not what terraform show writes is refused as a whole', () => {
    expect(importShowJson({}, 'x.json').problems.map(({ kind }) => kind)).toEqual(['syntax']);
  });

  it('only a mistake and a syntax error call for another text', () => {
    const problem = { file: 'a.tf', line: 1, column: 1, message: 'm' };
    const all = (['syntax', 'mistake', 'unknown', 'ignored'] as const).map((kind) =>
      isMistake({ ...problem, kind }),
    );
    expect(all).toEqual([true, true, false, false]);
  });
});
