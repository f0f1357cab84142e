import { idOf, type Layout } from '#model/layout/layout.ts';

/*
 * A layout as a set of facts, each a line that says one thing. Terraform has no order of blocks, so the order of
 * workspaces, triggers, sets and teams is no fact; within a workspace, that of policies, tasks, reads and outputs is.
 */

const sorted = (items: readonly string[]): string[] => [...items].sort();

/** @param known the workspaces of the other side: of one that is not among them only its being there counts */
function factsOf(layout: Layout, known: ReadonlySet<string> | null): string[] {
  const facts: string[] = [`ruleset ${layout.ruleset}`];
  const say = (subject: string, field: string, value: unknown) =>
    facts.push(`${subject} ${field} ${JSON.stringify(value)}`);
  for (const { name, concurrency } of layout.organizations)
    say(`organization ${name}`, 'concurrency', concurrency);
  for (const { organization, name } of layout.projects) say(`project ${organization}/${name}`, 'is', true);
  for (const workspace of layout.workspaces) {
    const id = `workspace ${idOf(workspace)}`;
    say(id, 'is', true);
    if (known !== null && !known.has(idOf(workspace))) continue;
    const { variables, remote_state_consumer_ids, ...fields } = workspace;
    for (const [field, value] of Object.entries(fields)) say(id, field, value);
    for (const variable of variables)
      say(`${id} variable ${variable.category} ${variable.key}`, 'is', variable);
    say(id, 'remote_state_consumer_ids', sorted(remote_state_consumer_ids));
  }
  const triggers = new Map<string, number>();
  for (const { sourceable, workspace } of layout.run_triggers) {
    const id = `trigger ${sourceable} ${workspace}`;
    triggers.set(id, (triggers.get(id) ?? 0) + 1);
    say(id, 'number', triggers.get(id));
  }
  for (const set of layout.variable_sets) {
    const id = `set ${set.organization} ${set.name}`;
    const { variables, workspaces, projects, ...fields } = set;
    for (const [field, value] of Object.entries(fields)) say(id, field, value);
    for (const variable of variables)
      say(`${id} variable ${variable.category} ${variable.key}`, 'is', variable);
    for (const workspace of workspaces) say(id, 'workspace', workspace);
    for (const project of projects) say(id, 'project', project);
  }
  for (const team of layout.teams) {
    const id = `team ${team.organization} ${team.name}`;
    say(id, 'access', team.organization_access);
    for (const access of team.project_access) say(id, 'project', access);
    for (const access of team.workspace_access) say(id, 'workspace', access);
  }
  return facts;
}

/** What one layout says and the other does not, both ways; empty where they say the same. */
export function factDifference(said: Layout, wanted: Layout): ReadonlySet<string> {
  const wantedIds = new Set(wanted.workspaces.map(idOf));
  const [is, should] = [new Set(factsOf(said, wantedIds)), new Set(factsOf(wanted, null))];
  return new Set([
    ...[...is].filter((fact) => !should.has(fact)).map((fact) => `too much: ${fact}`),
    ...[...should].filter((fact) => !is.has(fact)).map((fact) => `missing: ${fact}`),
  ]);
}
