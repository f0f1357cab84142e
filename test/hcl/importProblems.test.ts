import { describe, expect, it } from 'vitest';
import { importLayout } from '#hcl/import/importLayout.ts';
import { parser, fixture, read, readText, lines, triggers, workspaces, workspace } from './importing.ts';

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
      'broken.tf:69: name cannot be known: module.names is not followed; it is called module_name in the layout',
      'broken.tf:73: module names is not followed: only the files that are given are read',
      'broken.tf:77: tfe_run_triger is not known here, did you mean tfe_run_trigger?; it is left out',
      'broken.tf:79: workspace shed/a exists already, by broken.tf:3; this one is left out',
      'broken.tf:86: value cannot be known, and is left empty: variable token has no default in the files',
      'broken.tf:102: custom access to a project has no place in a layout: grant it by tfe_team_access in each workspace',
      'broken.tf:109: execution_mode must be one of remote, agent, local, not "serverless"',
    ]);
  });

  it('the rest is read', () => {
    expect(workspaces(found)).toEqual(['shed/a', 'shed/b-one', 'shed/b-two', 'shed/module_name']);
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
