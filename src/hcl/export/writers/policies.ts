import { idOf, type Layout, type Policy } from '#model/layout/layout.ts';
import { type BodyItem, printedList, printBlock, quoted } from '../../syntax/print.ts';
import type { Addresses } from './addresses.ts';

interface PolicySet {
  organization: string;
  kind: Policy['kind'];
  policies: Policy[];
  workspaces: string[];
}

/**
 * Each policy once, and a set for every group of workspaces that have the same ones of a kind: a set has one kind.
 * @returns `misplaced`: for workspaces that would get their policies in another order, the order they have
 */
export function writePolicies(
  layout: Layout,
  at: Addresses,
): { blocks: string[]; misplaced: Map<string, readonly string[]> } {
  const sets = new Map<string, PolicySet>();
  for (const workspace of layout.workspaces)
    for (const kind of ['sentinel', 'opa'] as const) {
      const policies = workspace.policies.filter((policy) => policy.kind === kind);
      if (policies.length === 0) continue;
      const { organization } = workspace;
      const id = `${organization} ${kind} ${JSON.stringify(policies.map(identityOf))}`;
      const set = sets.get(id) ?? { organization, kind, policies, workspaces: [] };
      sets.set(id, set);
      set.workspaces.push(idOf(workspace));
    }
  const misplaced = new Map<string, readonly string[]>();
  for (const workspace of layout.workspaces) {
    const id = idOf(workspace);
    const given = [...sets.values()]
      .filter((set) => set.workspaces.includes(id))
      .flatMap((set) => set.policies);
    const order = workspace.policies.map((policy) => policy.name);
    if (order.some((name, i) => given[i]?.name !== name)) misplaced.set(id, order);
  }
  const written = new Set<string>();
  const blocks = [...sets.values()].flatMap((set) => {
    const id = (policy: Policy) => `${set.organization}/${identityOf(policy)}`;
    const fresh = set.policies.filter((policy) => !written.has(id(policy)));
    for (const policy of fresh) written.add(id(policy));
    return [
      ...fresh.map((policy) => writePolicy(policy, id(policy), set.organization, at)),
      writeSet(
        set,
        set.policies.map((policy) => at.idOf('tfe_policy', id(policy))),
        at,
      ),
    ];
  });
  return { blocks, misplaced };
}

/** Two workspaces may have policies of one name that differ in the rest. The name is last: it may hold anything. */
const identityOf = (policy: Policy): string => `${policy.kind} ${policy.enforcement_level} ${policy.name}`;

function writePolicy(policy: Policy, id: string, organization: string, at: Addresses): string {
  const body: BodyItem[] = [
    ['name', quoted(policy.name)],
    ['organization', at.organization(organization)],
    ['kind', quoted(policy.kind)],
    ['enforce_mode', quoted(policy.enforcement_level)],
  ];
  if (policy.kind === 'opa') body.push(['query', quoted('data.terraform.deny')]);
  const text = policy.kind === 'opa' ? 'package terraform\n\ndeny := []\n' : 'main = rule { true }\n';
  body.push(['policy', quoted(text)]);
  return printBlock(at.header('tfe_policy', id, policy.name), body);
}

function writeSet(set: PolicySet, policies: readonly string[], at: Addresses): string {
  const [first = ''] = set.workspaces;
  const name = `${first.slice(set.organization.length + 1)}-${set.kind}`;
  const body: BodyItem[] = [
    ['name', quoted(name)],
    ['organization', at.organization(set.organization)],
    ['kind', quoted(set.kind)],
  ];
  // Without it nobody could override a mandatory OPA policy that fails (POL-03).
  if (set.kind === 'opa') body.push(['overridable', 'true']);
  body.push(
    ['policy_ids', printedList(policies)],
    ['workspace_ids', printedList(set.workspaces.map(at.workspace))],
  );
  return printBlock(at.newHeader('tfe_policy_set', name, set.organization), body);
}
