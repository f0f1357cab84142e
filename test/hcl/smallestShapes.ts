/** Configurations that make several resources of a block, each in another form that people write. */
export const SHAPES: Readonly<Record<string, string>> = {
  'a map of objects in a local': `# Estate of the platform team
locals {
  workspaces = {
    network = { auto_apply = true, mode = "remote" } # first of all
    app     = { auto_apply = false, mode = "remote" }
    db = {
      auto_apply = false
      mode       = "local"
    }
  }
}

resource "tfe_workspace" "ws" {
  for_each     = local.workspaces
  name         = each.key
  organization = "acme"
  auto_apply   = each.value.auto_apply # as the map says
}

resource "tfe_workspace_settings" "ws" {
  for_each       = local.workspaces
  workspace_id   = tfe_workspace.ws[each.key].id
  execution_mode = each.value.mode
}

# network starts the others
resource "tfe_run_trigger" "from_network" {
  for_each      = toset(["app", "db"])
  workspace_id  = tfe_workspace.ws[each.key].id
  sourceable_id = tfe_workspace.ws["network"].id
}
`,
  'a set, with constants for all': `terraform {
  required_providers {
    tfe = { source = "hashicorp/tfe" }
  }
}

resource "tfe_organization" "o" {
  name  = "acme"
  email = "a@b.c"
}

resource "tfe_workspace" "team" {
  for_each     = toset(["api", "web", "jobs"])
  name         = "team-\${each.key}"
  organization = tfe_organization.o.name
  auto_apply   = true
  # nobody waits for us

  tag_names = ["team"]
}

resource "tfe_run_trigger" "web" {
  workspace_id  = tfe_workspace.team["web"].id
  sourceable_id = tfe_workspace.team["api"].id
}
`,
  'a list of objects in a variable': `variable "workspaces" {
  type = list(object({
    name       = string
    auto_apply = optional(bool, false)
    reads      = optional(list(string), [])
  }))
  default = [
    { name = "network", auto_apply = true },
    { name = "app", reads = ["network"] },
    { name = "dns" },
  ]
}

provider "tfe" {
  organization = "acme"
}

resource "tfe_workspace" "all" {
  for_each   = { for w in var.workspaces : w.name => w }
  name       = each.value.name
  auto_apply = each.value.auto_apply
}

resource "tfe_run_trigger" "all" {
  for_each = {
    network-app = { from = "network", to = "app" }
    network-dns = { from = "network", to = "dns" }
  }
  workspace_id  = tfe_workspace.all[each.value.to].id
  sourceable_id = tfe_workspace.all[each.value.from].id
}
`,
  'count over names': `locals {
  names = ["one", "two", "three"]
}

resource "tfe_workspace" "n" {
  count        = length(local.names)
  name         = local.names[count.index]
  organization = "acme"
  auto_apply   = contains(["two"], local.names[count.index])
}
`,
  'a number as count': `resource "tfe_workspace" "shard" {
  count                  = 3
  name                   = "shard-\${count.index}"
  organization           = "acme"
  auto_apply_run_trigger = true
}

resource "tfe_workspace" "hub" {
  name         = "hub"
  organization = "acme"
}

resource "tfe_run_trigger" "hub" {
  count         = 3
  workspace_id  = tfe_workspace.shard[count.index].id
  sourceable_id = tfe_workspace.hub.id
}
`,
  'one variable for plain blocks': `variable "auto" {
  default = true
}

resource "tfe_workspace" "a" {
  name         = "a"
  organization = "acme"
  auto_apply   = var.auto
}

resource "tfe_workspace" "b" {
  name         = "b"
  organization = "acme"
  auto_apply   = var.auto
}

resource "tfe_variable" "region" {
  key          = "region"
  value        = "eu"
  category     = "terraform"
  workspace_id = tfe_workspace.a.id
}
`,
  'two files, with values in another': `# runchain: file infra/main.tf
variable "modes" {
  type = map(string)
}

resource "tfe_workspace" "w" {
  for_each     = var.modes
  name         = each.key
  organization = "acme"
}

resource "tfe_workspace_settings" "w" {
  for_each       = var.modes
  workspace_id   = tfe_workspace.w[each.key].id
  execution_mode = each.value
}

# runchain: file infra/terraform.tfvars
modes = {
  edge = "remote"
  core = "local" # by hand
}
`,
};
