import { json, scenario, two, W0, workspace, type Malformed } from './kit.ts';

/** A layout whose parts do not go together. */
export const LAYOUTS: Malformed[] = [
  {
    title: 'everything twice in one list',
    text: workspace({
      outputs: [{ name: 'x' }, { name: 'x' }],
      policies: [1, 2].map(() => ({ name: 'p', kind: 'opa', enforcement_level: 'advisory', passes: true })),
      run_tasks: [1, 2].map(() => ({
        name: 't',
        stage: 'pre_plan',
        enforcement_level: 'advisory',
        passes: true,
      })),
      variables: [{ key: 'k' }, { key: 'k', category: 'env' }, { key: 'k' }],
      requires: [{ key: 'k' }, { key: 'k' }],
    }),
    lines: [
      'outputs[1].name',
      'policies[1].name',
      'run_tasks[1].name',
      'variables[2].key',
      'requires[1].key',
    ].map((p) => `:${W0}.${p}: is in the list twice`),
  },
  {
    title: 'names twice in the layout',
    text: scenario({
      organizations: [{ name: 'acme' }, { name: 'acme' }],
      projects: [{ name: 'p' }, { name: 'p' }],
      workspaces: [{ name: 'a' }, { name: 'a' }],
      variable_sets: [{ name: 's' }, { name: 's' }],
      teams: [{ name: 't' }, { name: 't' }],
    }),
    lines: ['organizations', 'projects', 'workspaces', 'teams', 'variable_sets'].map(
      (l) => `:layout.${l}[1].name: is in the list twice`,
    ),
  },
  {
    title: 'a variable twice in a set',
    text: scenario({ variable_sets: [{ name: 's', variables: [{ key: 'k' }, { key: 'k' }] }] }),
    lines: [':layout.variable_sets[0].variables[1].key: is in the list twice'],
  },
  {
    title: 'dangling references everywhere',
    text: workspace(
      {
        project: 'nope',
        remote_state_consumer_ids: ['bb'],
        reads: [{ workspace: 'other/x', output: 'o' }],
        tfe_token_team: 'ghosts',
      },
      {
        run_triggers: [{ sourceable: 'aa', workspace: 'x' }],
        variable_sets: [{ name: 's', project: 'nope', workspaces: ['y'], projects: ['q'] }],
        teams: [
          {
            name: 't',
            project_access: [{ project: 'nope', access: 'read' }],
            workspace_access: [{ workspace: 'z', access: 'read' }],
          },
        ],
      },
    ),
    lines: [
      `:${W0}.project: `,
      `:${W0}.reads[0].workspace: `,
      `:${W0}.remote_state_consumer_ids[0]: `,
      `:${W0}.tfe_token_team: `,
      ':layout.run_triggers[0].sourceable: ',
      ':layout.run_triggers[0].workspace: ',
      ':layout.variable_sets[0].project: ',
      ':layout.variable_sets[0].projects[0]: ',
      ':layout.variable_sets[0].projects[0]: ',
      ':layout.variable_sets[0].workspaces[0]: ',
      ':layout.teams[0].project_access[0].project: ',
      ':layout.teams[0].workspace_access[0].workspace: ',
    ],
  },
  {
    title: 'an ambiguous reference',
    text: json({
      layout: two({ run_triggers: [{ sourceable: 'a', workspace: 'c' }] }),
      actions: [{ type: 'lock', workspace: 'a' }],
    }),
    lines: [
      ':layout.run_triggers[0].sourceable: workspace "a" is ambiguous',
      ':actions[0].workspace: workspace "a" is ambiguous',
    ],
  },
  {
    title: 'no organization where there are two',
    text: json({
      layout: two({ projects: [{ name: 'p' }], teams: [{ name: 't' }], variable_sets: [{ name: 's' }] }),
    }),
    lines: [
      ':layout.projects[0].organization: is missing',
      ':layout.teams[0].organization: is missing',
      ':layout.variable_sets[0].organization: is missing',
    ],
  },
  {
    title: 'an unknown organization',
    text: scenario({ workspaces: [{ name: 'a', organization: 'acmee' }] }),
    lines: [':layout.workspaces[0].organization: no organization "acmee", did you mean acme?'],
  },
  {
    title: 'workspaces of another organization',
    text: json({
      layout: two({
        workspaces: [
          { name: 'a', organization: 'acme', remote_state_consumer_ids: ['beta/c'] },
          { name: 'c', organization: 'beta' },
        ],
        variable_sets: [{ name: 's', organization: 'acme', workspaces: ['c'] }],
        teams: [{ name: 't', organization: 'acme', workspace_access: [{ workspace: 'c', access: 'read' }] }],
      }),
    }),
    lines: [
      `:${W0}.remote_state_consumer_ids[0]: `,
      ':layout.variable_sets[0].workspaces[0]: ',
      ':layout.teams[0].workspace_access[0].workspace: ',
    ],
  },
  {
    title: 'two global sets with one key',
    text: scenario({
      variable_sets: [
        { name: 's', global: true, variables: [{ key: 'k' }] },
        { name: 't', global: true, variables: [{ key: 'k', category: 'env' }, { key: 'k' }] },
      ],
    }),
    lines: [':layout.variable_sets[1].variables[1].key: '],
  },
  {
    title: 'a set of a project that reaches outside it',
    text: scenario({
      projects: [{ name: 'p' }, { name: 'q' }],
      workspaces: [{ name: 'a', project: 'q' }, { name: 'b' }],
      variable_sets: [{ name: 's', project: 'p', global: true, projects: ['q'], workspaces: ['a', 'b'] }],
    }),
    lines: [
      ':layout.variable_sets[0].global: ',
      ':layout.variable_sets[0].projects[0]: ',
      ':layout.variable_sets[0].workspaces[0]: ',
      ':layout.variable_sets[0].workspaces[1]: ',
    ],
  },
  {
    title: 'a team called owners',
    text: scenario({ teams: [{ name: 'owners' }] }),
    lines: [':layout.teams[0].name: must not be owners'],
  },
  {
    title: 'both and neither of access and permissions',
    text: scenario({
      teams: [
        {
          name: 't',
          workspace_access: [{ workspace: 'a', access: 'read', permissions: {} }, { workspace: 'b' }],
        },
      ],
    }),
    lines: [
      ':layout.teams[0].workspace_access[0]: must have either access or permissions',
      ':layout.teams[0].workspace_access[1]: must have either access or permissions',
    ],
  },
  {
    title: 'roles that there are not',
    text: scenario({
      projects: [{ name: 'p' }],
      teams: [
        {
          name: 't',
          project_access: [{ project: 'p', access: 'plan' }],
          workspace_access: [
            { workspace: 'a', access: 'maintain' },
            { workspace: 'b', permissions: { runs: 'none', state_versions: 'read_outputs' } },
          ],
        },
      ],
    }),
    lines: [
      ':layout.teams[0].project_access[0].access: ',
      ':layout.teams[0].workspace_access[0].access: ',
      ':layout.teams[0].workspace_access[1].permissions.runs: ',
      ':layout.teams[0].workspace_access[1].permissions.state_versions: ',
    ],
  },
  {
    title: 'required fields left out of list items',
    text: workspace(
      { outputs: [{}], reads: [{}], variables: [{}], requires: [{}], run_tasks: [{}] },
      { run_triggers: [{}] },
    ),
    lines: [
      `:${W0}.outputs[0].name: is missing`,
      `:${W0}.reads[0].workspace: is missing`,
      `:${W0}.reads[0].output: is missing`,
      `:${W0}.variables[0].key: is missing`,
      `:${W0}.requires[0].key: is missing`,
      `:${W0}.run_tasks[0].name: is missing`,
      `:${W0}.run_tasks[0].stage: is missing`,
      `:${W0}.run_tasks[0].enforcement_level: is missing`,
      `:${W0}.run_tasks[0].passes: is missing`,
      ':layout.run_triggers[0].sourceable: is missing',
      ':layout.run_triggers[0].workspace: is missing',
    ],
  },
];
