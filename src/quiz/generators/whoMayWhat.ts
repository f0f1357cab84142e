import { blankTeam } from '#model/blank.ts';
import { allowed } from '#engine/access.ts';
import type { Scenario } from '#model/action.ts';
import { idOf, type Team } from '#model/layout.ts';
import { PERMISSIONS, type Permission } from '#model/permission.ts';
import type { Random } from '../random.ts';
import { believedAnswers } from './kit/answers.ts';
import { drawNames, once, scenarioOf } from './kit/board.ts';
import type { Family } from './kit/family.ts';
import type { Lever } from './kit/levers.ts';
import { code, listed, named, slugOf } from './kit/words.ts';

const BELIEVERS = [
  'write-manages-settings',
  'plan-may-apply',
  'write-cannot-apply',
  'admin-may-override',
  'newest-grant-wins',
  'project-roles-stop-at-the-project',
];
/** What each permission is in a sentence, and the least that gives it. */
const DEED: Readonly<Record<Permission, readonly [string, string]>> = {
  read_runs: ['See runs', 'read'],
  queue_plans: ['Start a run', 'plan'],
  apply_runs: ['Confirm a run', 'write'],
  read_variables: ['Read variables', 'read'],
  write_variables: ['Change variables', 'write'],
  read_state_outputs: ['Read outputs', 'read'],
  read_state: ['Read the whole state', 'read'],
  write_state: ['Upload state', 'write'],
  lock: ['Lock the workspace', 'write'],
  manage_settings: ['Add a run trigger to it', 'admin'],
  override_policies: ['Override a failed policy', 'Manage policy overrides'],
};
const ORGANIZATION = {
  manage_workspaces: 'Manage all workspaces',
  read_workspaces: 'View all workspaces',
  manage_projects: 'Manage all projects',
  read_projects: 'View all projects',
  manage_policies: 'Manage policies',
  manage_policy_overrides: 'Manage policy overrides',
} as const;

/** Who may do what in a workspace? Keyed by `access`. */
export const whoMayWhat: Family = {
  id: 'who-may-what',
  title: 'Who may do what?',
  objective: '6b',
  topic: 'permissions',
  draw(random) {
    const scenario = board(random);
    const team = scenario?.layout.teams[0];
    const workspace = scenario?.layout.workspaces[0];
    if (scenario === null || team === undefined || workspace === undefined) return null;
    const id = idOf(workspace);
    const may = (s: Scenario) => allowed(s.layout, team.name, id);
    const right = may(scenario);
    const believed = believedAnswers(scenario, BELIEVERS, may);
    // Permissions on which somebody errs come first, so that each table has some of them.
    const contested = PERMISSIONS.filter((p) => believed.some((b) => b.answer[p] !== right[p]));
    const asked = new Set([...random.shuffle(contested).slice(0, 3), ...random.shuffle(PERMISSIONS)]);
    const few = [...asked].slice(0, 5);
    const rows = PERMISSIONS.filter((p) => few.includes(p));
    const grants = grantsOf(team, id);
    return {
      body: {
        type: 'table',
        stem: [
          `${code(workspace.name)} is in the project ${code(workspace.project ?? '')}. The team ${code(team.name)} has:`,
          ...grants.map((grant) => grant.text),
          `What may its members do in ${code(workspace.name)}?`,
        ].join('\n\n'),
        rules: [...new Set(['PM-01', ...grants.flatMap((g) => g.facts)])],
        difficulty: grants.length > 1 ? 3 : 2,
        figure: { layout: scenario.layout, actions: [], hcl: null },
        columns: [
          { id: 'may', text: 'They may' },
          { id: 'may-not', text: 'They may not' },
        ],
        rows: rows.map((permission) => {
          const givers = grants.filter((g) => allowed(only(scenario, g.team), team.name, id)[permission]);
          const [deed, least] = DEED[permission];
          return {
            id: slugOf(permission),
            text: deed,
            correct: right[permission] ? 'may' : 'may-not',
            explanation: right[permission]
              ? `${givers.map((g) => g.name).join('; ')}: this includes it.`
              : `This takes ${needs(permission, least)}, and nothing that the team has amounts to it.`,
            facts: [
              ...new Set([
                ...(right[permission] ? givers.flatMap((g) => g.facts) : ['PM-01']),
                ...(permission === 'override_policies' ? ['POL-06'] : ['PM-20']),
              ]),
            ],
          };
        }),
      },
      scenario,
      key(s) {
        const found = may(s);
        return rows.map((p) => `${p} ${found[p]}`).join(' ');
      },
      levers: leversOf(scenario, team, id),
      lures: believed.flatMap((b) =>
        rows
          .filter((p) => b.answer[p] !== right[p])
          .map((p) => ({
            answer: `${slugOf(p)}=${b.answer[p] ? 'may' : 'may-not'}`,
            misconception: b.misconception.id,
          })),
      ),
    };
  },
};

const needs = (permission: Permission, least: string): string =>
  permission === 'override_policies'
    ? `${least}, a permission of the organization`
    : permission === 'manage_settings'
      ? 'admin access'
      : `at least ${least}, or a custom set with it`;

interface Grant {
  text: string;
  name: string;
  facts: string[];
  /** The team with this grant alone. */
  team: Team;
}

const only = (scenario: Scenario, team: Team) => ({ ...scenario.layout, teams: [team] });

/** What the team has, one after the other, as sentences. */
function grantsOf(team: Team, workspace: string): Grant[] {
  const none = blankTeam(team.organization, team.name);
  const grants: Grant[] = [];
  for (const [key, name] of Object.entries(ORGANIZATION)) {
    if (Reflect.get(team.organization_access, key) !== true) continue;
    grants.push({
      text: `In the organization: *${name}*`.replaceAll('*', '**'),
      name,
      facts: ['PM-22', key === 'manage_policy_overrides' ? 'POL-06' : 'PM-07'],
      team: { ...none, organization_access: { ...none.organization_access, [key]: true } },
    });
  }
  for (const grant of team.project_access)
    grants.push({
      text: `On the project ${code(grant.project)}: ${code(grant.access)}`,
      name: `\`${grant.access}\` on the project`,
      facts: ['PM-21'],
      team: { ...none, project_access: [grant] },
    });
  for (const grant of team.workspace_access) {
    const custom = grant.permissions;
    const words =
      custom === undefined
        ? code(grant.access ?? '')
        : `a custom set: ${listed([`\`runs: ${custom.runs}\``, `\`variables: ${custom.variables}\``, `\`state_versions: ${custom.state_versions}\``, `\`workspace_locking: ${custom.workspace_locking}\``])}`;
    grants.push({
      text: `On the workspace ${named(grant.workspace)}: ${words}`,
      name: custom === undefined ? `\`${grant.access}\` on the workspace` : 'The custom set',
      facts: [custom === undefined ? 'PM-20' : 'PM-05'],
      team: { ...none, workspace_access: grant.workspace === workspace ? [grant] : [] },
    });
  }
  return grants;
}

/** The team with one grant taken away. */
function leversOf(scenario: Scenario, team: Team, workspace: string): Lever[] {
  const without = (change: Partial<Team>): Scenario => ({
    ...scenario,
    layout: { ...scenario.layout, teams: [{ ...team, ...change }] },
  });
  return [
    { change: 'the team had nothing on the workspace', pull: () => without({ workspace_access: [] }) },
    { change: 'the team had nothing on the project', pull: () => without({ project_access: [] }) },
    {
      change: 'the team were admin of the workspace',
      pull: () => without({ workspace_access: [{ workspace, access: 'admin' }] }),
    },
    {
      change: 'the team could override policies',
      pull: () =>
        without({ organization_access: { ...team.organization_access, manage_policy_overrides: true } }),
    },
  ];
}

/** A workspace in a project and a team with one to three grants. */
function board(random: Random): Scenario | null {
  const [other = '', name = ''] = drawNames(random, 2);
  const project = random.pick(['core', 'shop', 'payments', 'analytics'] as const);
  const team = random.pick(['deployers', 'developers', 'operators', 'reviewers', 'platform-team'] as const);
  const [first, second] = random.shuffle(['workspace', 'project', 'organization'] as const);
  const kinds = new Set([first, ...(once(random, 2) ? [second] : [])]);
  const role = random.pick(['read', 'plan', 'write', 'write', 'admin', 'custom'] as const);
  return scenarioOf(random, {
    projects: [{ name: project }],
    workspaces: [
      { name, project },
      { name: other, project },
    ],
    teams: [
      {
        name: team,
        organization_access: kinds.has('organization')
          ? {
              [random.pick([
                'manage_workspaces',
                'read_workspaces',
                'read_projects',
                'manage_policies',
                'manage_policy_overrides',
              ] as const)]: true,
            }
          : {},
        project_access: kinds.has('project')
          ? [{ project, access: random.pick(['read', 'write', 'maintain', 'admin'] as const) }]
          : [],
        workspace_access: kinds.has('workspace')
          ? [
              role === 'custom'
                ? {
                    workspace: name,
                    permissions: {
                      runs: random.pick(['read', 'plan', 'plan', 'apply'] as const),
                      variables: random.pick(['none', 'read', 'write'] as const),
                      state_versions: random.pick(['none', 'read-outputs', 'read', 'write'] as const),
                      workspace_locking: once(random, 2),
                    },
                  }
                : { workspace: name, access: role },
            ]
          : [],
      },
    ],
  });
}
