import fc from 'fast-check';
import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { action, change, locks, burst } from './actions.ts';
import { TEAMS, OUTPUTS, index, few, workspace, team, variableSet } from './pieces.ts';

/** Plain data as a file would give it, so that every random scenario also passes through the parser. */
export interface RawScenario {
  layout: Record<string, unknown>;
  actions: Record<string, unknown>[];
}

interface Parts {
  ruleset: string;
  concurrency: (number | null)[];
  workspaces: Record<string, unknown>[];
  edges: [number, number][];
  teams: Record<string, unknown>[];
  sets: {
    organization: number;
    kind: string;
    priority: boolean;
    workspaces: number[];
    project: number;
    variables: unknown[];
  }[];
  actions: Record<string, unknown>[];
}

function assemble(parts: Parts): RawScenario {
  const orgs = parts.concurrency.map((_, i) => `org${i}`);
  const pick = <T>(list: T[], i: unknown): T => list[Number(i) % list.length] as T;
  const projects = orgs.flatMap((organization) => [
    { name: 'core', organization },
    { name: 'edge', organization },
  ]);
  const orgOf = parts.workspaces.map((w) => pick(orgs, w['organization']));
  const names = orgOf.map((org, i) => `${org}/w${i}`);
  const there = (org: string, ids: number[]) =>
    ids.map((i) => pick(names, i)).filter((name) => name.startsWith(`${org}/`));
  const projectOf = parts.workspaces.map((w) =>
    w['project'] === null ? undefined : pick(['core', 'edge'], w['project']),
  );
  const settings = (given: Record<string, unknown>, org: string) => {
    const made = { ...given };
    if (Array.isArray(given['reads']))
      made['reads'] = given['reads'].map((r: { workspace: number }) => ({
        ...r,
        workspace: pick(names, r.workspace),
      }));
    if (Array.isArray(given['remote_state_consumer_ids']))
      made['remote_state_consumer_ids'] = there(org, given['remote_state_consumer_ids']);
    if (typeof given['tfe_token_team'] === 'string' && given['tfe_token_team'] !== 'owners')
      made['tfe_token_team'] =
        parts.teams.length === 0
          ? null
          : pick(TEAMS.slice(0, parts.teams.length), given['tfe_token_team'].length);
    return made;
  };
  const globals = new Set<string>();
  let started = 0;
  return {
    layout: {
      version: 1,
      ruleset: parts.ruleset,
      organizations: orgs.map((name, i) => ({ name, concurrency: parts.concurrency[i] ?? null })),
      projects,
      workspaces: parts.workspaces.map((w, i) => {
        const { project: _, ...rest } = settings(w, orgOf[i] ?? '');
        const project = projectOf[i];
        return { ...rest, name: `w${i}`, organization: orgOf[i], ...(project ? { project } : {}) };
      }),
      run_triggers: parts.edges.map(([a, b]) => ({
        sourceable: pick(names, a),
        workspace: pick(names, a + 1 + (b % names.length)),
      })),
      variable_sets: parts.sets.map((s, i) => {
        const organization = pick(orgs, s.organization);
        const project = pick(['core', 'edge'], s.project);
        let global = s.kind === 'global';
        if (global && globals.has(organization)) global = false;
        if (global) globals.add(organization);
        const members = there(organization, s.workspaces).filter(
          (name) => s.kind !== 'owned' || projectOf[names.indexOf(name)] === project,
        );
        return {
          name: `set${i}`,
          organization,
          project: s.kind === 'owned' ? project : null,
          global,
          priority: s.priority,
          workspaces: members,
          projects: s.project % 3 === 0 ? [project] : [],
          variables: s.variables,
        };
      }),
      teams: parts.teams.map((t, i) => {
        const organization = pick(orgs, t['organization']);
        return {
          ...t,
          name: TEAMS[i],
          organization,
          project_access: (t['project_access'] as { project: number }[]).map((p) => ({
            ...p,
            project: pick(['core', 'edge'], p.project),
          })),
          workspace_access: (t['workspace_access'] as [number, object][]).flatMap(([w, grant]) =>
            there(organization, [w]).map((workspace) => ({ workspace, ...grant })),
          ),
        };
      }),
    },
    actions: parts.actions.map((a) => {
      const made: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(a)) if (value !== undefined) made[key] = value;
      if (made['type'] === 'start_run') started++;
      if (typeof made['run'] === 'number') made['run'] = `run-${Math.max(1, started - made['run'])}`;
      for (const key of ['workspace', 'sourceable'])
        if (typeof made[key] === 'number') made[key] = pick(names, made[key]);
      if (typeof made['as'] === 'string' && made['as'] !== 'owners') {
        if (parts.teams.length === 0) delete made['as'];
        else made['as'] = pick(TEAMS.slice(0, parts.teams.length), TEAMS.indexOf(made['as']));
      }
      if (made['type'] === 'set') {
        const org = String(made['workspace']).split('/')[0] ?? '';
        made['settings'] = settings(made['settings'] as Record<string, unknown>, org);
      }
      return made;
    }),
  };
}

/** A random scenario as plain data: 1 to 12 workspaces, 0 to 30 actions, everything the contract has. */
export const rawScenario: fc.Arbitrary<RawScenario> = fc
  .record({
    ruleset: fc.constantFrom('hcp', 'hcp', 'guide'),
    concurrency: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(null, 1, 1, 2, 3)) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(null, 1, 2), fc.constantFrom(null, 1, 2)) },
    ),
    workspaces: fc.oneof(
      { weight: 3, arbitrary: fc.array(workspace, { minLength: 1, maxLength: 4, size: 'max' }) },
      { weight: 1, arbitrary: fc.array(workspace, { minLength: 1, maxLength: 12, size: 'max' }) },
    ),
    edges: fc.array(fc.tuple(index, index), { maxLength: 10, size: 'max' }),
    teams: fc.array(team, { maxLength: 3, size: 'max' }),
    sets: few(variableSet, 1, 3),
    actions: fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: fc.tuple(action) },
          ...[burst, burst, change, locks].map((arbitrary) => ({ weight: 1, arbitrary })),
        ),
        {
          maxLength: 24,
          size: 'max',
        },
      )
      .map((list) => list.flat().slice(0, 30)),
  })
  .map(assemble);

/** The scenario that plain data means; a problem here is a mistake of the arbitrary. */
export function parsed(raw: RawScenario): Scenario {
  const scenario = parseScenario(raw);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.problems, null, 1));
  return scenario.value;
}

/** How often a property is tried: a quick fixed round in `npm test`, RUNCHAIN_CASES for more. */
export function cases(usual = 300): { numRuns: number; seed: number } {
  const given = Number(process.env['RUNCHAIN_CASES'] ?? '');
  return {
    numRuns: given > 0 ? given : usual,
    seed: Number(process.env['RUNCHAIN_SEED'] ?? '20260101'),
  };
}

/** The same boards with almost nothing that fails, so that long chains of applies and queues come about. */
export const calmScenario: fc.Arbitrary<RawScenario> = rawScenario.map(({ layout, actions }) => {
  const calm = (given: Record<string, unknown>): Record<string, unknown> => {
    const made: Record<string, unknown> = { ...given, requires: [] };
    if (made['plan'] === 'errors') made['plan'] = 'changes';
    made['outputs'] = OUTPUTS.map((name) => ({ name }));
    made['global_remote_state'] = true;
    if (Array.isArray(made['reads'])) {
      const org = String(made['organization'] ?? '');
      made['reads'] = made['reads']
        .filter((r: { workspace: string }) => org === '' || r.workspace.startsWith(`${org}/`))
        .map((r: object) => ({ ...r, via: 'terraform_remote_state' }));
    }
    return made;
  };
  const settings = (action: Record<string, unknown>) =>
    action['type'] === 'set'
      ? { ...action, settings: calm(action['settings'] as Record<string, unknown>) }
      : action;
  return {
    layout: {
      ...layout,
      workspaces: (layout['workspaces'] as Record<string, unknown>[]).map((w) => ({
        ...calm(w),
        has_state: true,
        auto_apply_run_trigger: true,
      })),
    },
    actions: actions.map((a) =>
      a['as'] === undefined || a['type'] === 'start_run' ? settings(a) : settings({ ...a, as: 'owners' }),
    ),
  };
});
