import { describe, expect, it } from 'vitest';
import { loadHclParser } from '#cli/hclNode.ts';
import { cannotKnow } from '#hcl/cannotKnow.ts';
import { importLayout } from '#hcl/importLayout.ts';

const parser = await loadHclParser();
const ORGANIZATION = 'resource "tfe_organization" "o" {\n  name  = "acme"\n  email = "a@b.c"\n}\n';
const workspace = (name: string, more = '') =>
  `resource "tfe_workspace" "${name}" {\n  name         = "${name}"\n  organization = tfe_organization.o.name\n${more}}\n`;
const kinds = (text: string) =>
  importLayout([{ name: 'a.tf', text: ORGANIZATION + text }], parser).problems.map(cannotKnow);

describe('what a text leaves open', () => {
  it.each([
    ['a value given elsewhere', `variable "on" {}\n${workspace('a', '  auto_apply   = var.on\n')}`],
    ['a module whose files are not there', `module "m" {\n  source = "./m"\n}\n${workspace('a')}`],
    ['a resource that this app does not know', `resource "tfe_nothing" "n" {}\n${workspace('a')}`],
    ['what only the platform knows', workspace('a', '  auto_apply   = terraform.workspace\n')],
  ])('is no mistake: %s', (_what, text) => {
    const found = kinds(text);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });

  it.each([
    [
      'a name that is nowhere',
      `${workspace('a')}resource "tfe_run_trigger" "t" {\n  workspace_id  = tfe_workspace.b.id\n  sourceable_id = tfe_workspace.a.id\n}\n`,
    ],
    [
      'a missing end',
      `${workspace('a')}resource "tfe_run_trigger" "t" {\n  workspace_id = tfe_workspace.a.id\n}\n`,
    ],
    ['a value of another type', workspace('a', '  auto_apply   = "often"\n')],
    ['a syntax error', `${workspace('a')}resource "tfe_workspace" {`],
    ['a name that is taken', workspace('a') + workspace('a')],
  ])('is told from a mistake: %s', (_what, text) => {
    expect(kinds(text)).toContain(false);
  });
});
