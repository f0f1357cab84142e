import { code } from '#model/layout/phrases.ts';
import { blankTeam } from '#model/layout/empty.ts';
import { allowed } from '#engine/query/access.ts';
import type { Scenario } from '#model/scenario/action.ts';
import { idOf, type Team } from '#model/layout/layout.ts';
import { PERMISSIONS, type Permission } from '#model/layout/permission.ts';
import type { Random } from '../lib/random.ts';
import { believedAnswers } from './kit/answers.ts';
import { drawNames, once, scenarioOf } from './kit/drawBoard.ts';
import { dealPattern, rightIn } from './kit/deal.ts';
import type { Family } from './kit/family.ts';
import type { Perturbation } from './kit/perturbations.ts';
import { capital, slugOf } from './kit/describeBoard.ts';

const BELIEVERS = [
  'write-manages-settings',
  'plan-may-apply',
  'apply-includes-variables',
  'run-rights-include-state',
  'write-allows-little',
  'admin-may-override',
  'workspace-grant-wins',
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
/**
 * How readily a permission is asked where the team has it, and where it has not. Most teams may see runs and few may
 * override policies: asked as often as boards give them, the name of a permission would give its answer away.
 */
const READILY: Readonly<Record<Asked, readonly [number, number]>> = {
  queue_plans: [0.12, 7.8],
  apply_runs: [4.8, 0.2],
  read_variables: [0.013, 86],
  write_variables: [5.7, 0.16],
  read_state_outputs: [0.014, 70],
  read_state: [0.026, 39],
  write_state: [6.4, 0.15],
  lock: [3, 0.32],
  manage_settings: [5.9e2, 0.0022],
  override_policies: [5.8, 0.16],
};
const ORGANIZATION = {
  manage_workspaces: 'Manage all workspaces',
  read_workspaces: 'View all workspaces',
  manage_projects: 'Manage all projects',
  read_projects: 'View all projects',
  manage_policies: 'Manage policies',
  manage_policy_overrides: 'Manage policy overrides',
} as const;

/** Every team of this family may see runs, so that is not asked. */
type Asked = Exclude<Permission, 'read_runs'>;
const ASKED: readonly Asked[] = PERMISSIONS.filter((p) => p !== 'read_runs');
/** So many permissions are asked about at a time. */
const ROWS = 5;

/**
 * Who may do what in a workspace? Keyed by `access`. Each of the 30 patterns of *may* and *may not* in five rows gets 1/30
 * of the draws, and each permission is allowed in half of those in which it is asked.
 */
export const whoMayWhat: Family = {
  id: 'who-may-what',
  title: 'Who may do what?',
  objective: '6b',
  topic: 'permissions',
  draw(random, deal) {
    const pattern = dealPattern(deal, ROWS);
    const scenario = board(random, rightIn(pattern));
    const team = scenario?.layout.teams[0];
    const workspace = scenario?.layout.workspaces[0];
    if (scenario === null || team === undefined || workspace === undefined) return null;
    const id = idOf(workspace);
    const may = (s: Scenario) => allowed(s.layout, team.name, id);
    const right = may(scenario);
    const yes = ASKED.filter((p) => right[p]).length;
    if (yes < rightIn(pattern) || ASKED.length - yes < ROWS - rightIn(pattern)) return null;
    const believed = believedAnswers(scenario, BELIEVERS, may);
    const asked = (answer: boolean) => ASKED.filter((p) => right[p] === answer);
    const allowedOnes = readily(random, asked(true), 0);
    const deniedOnes = readily(random, asked(false), 1);
    const rows = pattern.flatMap((may) => (may ? allowedOnes : deniedOnes).splice(0, 1));
    // Somebody has to err about one of them.
    if (!rows.some((p) => believed.some((b) => b.answer[p] !== right[p]))) return null;
    const grants = grantsOf(team, id);
    return {
      body: {
        type: 'table',
        stem: `What may the members of the team ${code(team.name)} do in ${code(workspace.name)}?`,
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
              ? `Included in: ${givers.map((g) => g.name.replace(/^The/, 'the')).join('; ')}.`
              : `This takes ${needs(permission, least)}, and no grant of the team includes it.`,
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
      perturbations: leversOf(scenario, team, id),
      predictedWrongAnswers: believed.flatMap((b) =>
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

/** Permissions in an order of chance in which those that are asked more readily tend to come first. */
function readily(random: Random, permissions: readonly Asked[], answer: 0 | 1): Asked[] {
  const rank = new Map(
    permissions.map((p) => [p, Math.log((1 + random.below(4096)) / 4097) / READILY[p][answer]]),
  );
  return [...permissions].sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0));
}

const needs = (permission: Permission, least: string): string =>
  permission === 'override_policies'
    ? `the organization permission ${least}`
    : permission === 'manage_settings'
      ? 'admin access'
      : `at least the role ${capital(least)}, or a custom set that includes it`;

interface Grant {
  name: string;
  facts: string[];
  /** The team with this grant alone. */
  team: Team;
}

const only = (scenario: Scenario, team: Team) => ({ ...scenario.layout, teams: [team] });

/** What the team has, one after the other. */
function grantsOf(team: Team, workspace: string): Grant[] {
  const none = blankTeam(team.organization, team.name);
  const grants: Grant[] = [];
  for (const [key, name] of Object.entries(ORGANIZATION)) {
    if (Reflect.get(team.organization_access, key) !== true) continue;
    grants.push({
      name,
      facts: ['PM-22', key === 'manage_policy_overrides' ? 'POL-06' : 'PM-07'],
      team: { ...none, organization_access: { ...none.organization_access, [key]: true } },
    });
  }
  for (const grant of team.project_access)
    grants.push({
      name: `\`${grant.access}\` on the project`,
      facts: ['PM-21'],
      team: { ...none, project_access: [grant] },
    });
  for (const grant of team.workspace_access) {
    const custom = grant.permissions;
    grants.push({
      name: custom === undefined ? `\`${grant.access}\` on the workspace` : 'The custom set',
      facts: [custom === undefined ? 'PM-20' : 'PM-05'],
      team: { ...none, workspace_access: grant.workspace === workspace ? [grant] : [] },
    });
  }
  return grants;
}

/** The team with one grant taken away. */
function leversOf(scenario: Scenario, team: Team, workspace: string): Perturbation[] {
  const without = (change: Partial<Team>): Scenario => ({
    ...scenario,
    layout: { ...scenario.layout, teams: [{ ...team, ...change }] },
  });
  return [
    { change: 'the team had nothing on the workspace', apply: () => without({ workspace_access: [] }) },
    { change: 'the team had nothing on the project', apply: () => without({ project_access: [] }) },
    {
      change: 'the team were admin of the workspace',
      apply: () => without({ workspace_access: [{ workspace, access: 'admin' }] }),
    },
    {
      change: 'the team could override policies',
      apply: () =>
        without({ organization_access: { ...team.organization_access, manage_policy_overrides: true } }),
    },
  ];
}

/** A workspace in a project and a team with one to three grants. */
function board(random: Random, yes: number): Scenario | null {
  const [other = '', name = ''] = drawNames(random, 2);
  const project = random.pick(['core', 'shop', 'payments', 'analytics'] as const);
  const team = random.pick(['deployers', 'developers', 'operators', 'reviewers', 'platform-team'] as const);
  const [first, second] = random.shuffle(['workspace', 'project', 'organization'] as const);
  const kinds = new Set([first, ...(once(random, 2) ? [second] : [])]);
  const overrides = once(random, 2);
  const role =
    yes > 3
      ? 'admin'
      : random.pick(['read', 'plan', 'write', 'custom', 'custom', 'custom', 'custom'] as const);
  return scenarioOf(random, {
    projects: [{ name: project }],
    workspaces: [
      { name, project },
      { name: other, project },
    ],
    teams: [
      {
        name: team,
        organization_access: {
          ...(kinds.has('organization')
            ? {
                [random.pick([
                  'manage_workspaces',
                  'read_workspaces',
                  'read_projects',
                  'manage_policies',
                ] as const)]: true,
              }
            : {}),
          ...(overrides ? { manage_policy_overrides: true } : {}),
        },
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
                      variables: random.pick(['none', 'none', 'none', 'read', 'write'] as const),
                      state_versions: random.pick([
                        'none',
                        'none',
                        'none',
                        'read-outputs',
                        'read',
                        'write',
                      ] as const),
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
