import { describe, expect, it } from 'vitest';
import { lines, read, readText, workspace } from './importing.ts';

const names = (found: ReturnType<typeof read>, id: string) =>
  workspace(found, id)?.policies.map((p) => p.name);
const POLICY = `
provider "tfe" {
  organization = "o"
}
resource "tfe_workspace" "app" {
  name = "app"
}
resource "tfe_policy" "tags" {
  name         = "tags"
  kind         = "opa"
  enforce_mode = "mandatory"
}
`;

describe('policies of a policy set', () => {
  it('do not reach the workspaces of an excluded project', () => {
    const found = read('../configurations/policy-sets-of-2026.tf');
    expect(names(found, 'harbor/customs')).toEqual(['tags']);
    expect(names(found, 'harbor/quay')).toEqual([]);
  });

  it('are left out where they are Terraform policies, and are no mistake', () => {
    const found = readText(`${POLICY}
resource "tfe_policy_set" "terraform" {
  name       = "terraform"
  kind       = "tfpolicy"
  global     = true
  policy_ids = [tfe_policy.tags.id]
}
`);
    expect(lines(found)).toEqual([
      'a.tf:16: a layout holds Sentinel and OPA policies only, so no workspace gets the Terraform policies of tfe_policy_set.terraform',
    ]);
    expect(found.problems.map(({ kind }) => kind)).toEqual(['ignored']);
    expect(names(found, 'o/app')).toEqual([]);
  });

  it('say their kind where that of the set cannot be known', () => {
    const found = readText(`${POLICY}
variable "kind" {}
resource "tfe_policy_set" "open" {
  name        = "open"
  kind        = var.kind
  overridable = true
  global      = true
  policy_ids  = [tfe_policy.tags.id]
}
`);
    expect(lines(found)).toEqual([
      'a.tf:17: kind cannot be known: variable kind has no default in the files',
    ]);
    expect(names(found, 'o/app')).toEqual(['tags']);
  });

  it('say so where nobody could override them', () => {
    const set = (overridable: string) =>
      lines(
        readText(`${POLICY}
resource "tfe_policy_set" "opa" {
  name       = "opa"
  kind       = "opa"
  policy_ids = [tfe_policy.tags.id]
  ${overridable}
}
`),
      );
    const told = (line: number) => [
      `a.tf:${line}: overridable of tfe_policy_set.opa is not on, so nobody could override its mandatory policies; a layout has no place for that: there, the run waits for an override`,
    ];
    expect(set('')).toEqual(told(14));
    expect(set('overridable = false')).toEqual(told(18));
    expect(set('overridable = true')).toEqual([]);
  });
});
