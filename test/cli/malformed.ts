/** One input that is not usable, and what its lines on stderr must say, after `FILE:`. */
export interface Malformed {
  title: string;
  /** The text of a scenario; `extension` decides whether it may be YAML. */
  text: string | Buffer;
  extension?: 'json' | 'yaml';
  /** One entry a line, in order: what the line must contain, path or line number included. */
  lines: string[];
}

const layout = (rest: object = {}) => ({
  version: 1,
  organizations: [{ name: 'acme' }],
  workspaces: [{ name: 'a' }, { name: 'b' }],
  ...rest,
});
const two = (rest: object = {}) => ({
  version: 1,
  organizations: [{ name: 'acme' }, { name: 'beta' }],
  workspaces: [
    { name: 'a', organization: 'acme' },
    { name: 'a', organization: 'beta' },
    { name: 'c', organization: 'beta' },
  ],
  ...rest,
});
const json = (value: unknown) => JSON.stringify(value);
const scenario = (rest: object, actions: unknown = []) => json({ layout: layout(rest), actions });
const act = (...actions: unknown[]) => json({ layout: layout(), actions });
const workspace = (fields: object, rest: object = {}) =>
  scenario({ workspaces: [{ name: 'a', ...fields }, { name: 'b' }], ...rest });
const W0 = 'layout.workspaces[0]';

const deep = 10_000;
const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
for (let i = 1; i < 12; i++)
  laughs.push(`a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`);
/** 14 stages of doubling: 2^14 runs. */
const doubling = layout({
  workspaces: Array.from({ length: 43 }, (_, i) => ({
    name: `w${i}`,
    auto_apply: true,
    auto_apply_run_trigger: true,
  })),
  run_triggers: Array.from({ length: 14 }, (_, k) => [
    { sourceable: `w${3 * k}`, workspace: `w${3 * k + 1}` },
    { sourceable: `w${3 * k}`, workspace: `w${3 * k + 2}` },
    { sourceable: `w${3 * k + 1}`, workspace: `w${3 * k + 3}` },
    { sourceable: `w${3 * k + 2}`, workspace: `w${3 * k + 3}` },
  ]).flat(),
});

export const MALFORMED: Malformed[] = [
  // Not a text of JSON or YAML.
  { title: 'an empty file', text: '', lines: [':1: '] },
  { title: 'only white space', text: ' \n\t\n ', lines: [':1: '] },
  { title: 'only a byte order mark', text: '\uFEFF', lines: [':1: '] },
  { title: 'only comments', text: '# nothing\n# at all\n', lines: [':1: '] },
  { title: 'binary', text: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254]), lines: [':1: '] },
  { title: 'UTF-16', text: Buffer.from('\uFEFF{"layout": {}}', 'utf16le'), lines: [':1: '] },
  { title: 'a null byte on line 3', text: 'layout:\n  version: 1\n  x: \0\n', lines: [':3: '] },
  { title: '10,000 levels of JSON', text: '['.repeat(deep) + ']'.repeat(deep), lines: [':1: '] },
  {
    title: '10,000 levels of JSON objects in a .json file',
    extension: 'json',
    text: `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
    lines: [':1: '],
  },
  {
    title: '10,000 levels of YAML flow',
    text: `layout: ${'{a: '.repeat(deep)}1${'}'.repeat(deep)}`,
    lines: [':1: '],
  },
  { title: '10,000 levels of YAML dashes', text: `${'- '.repeat(deep)}x`, lines: [':1: '] },
  { title: '10,000 levels of YAML question marks', text: `${'? '.repeat(deep)}x`, lines: [':1: '] },
  {
    title: '10,000 open brackets after a stray quote',
    text: `a: 5" wide\n${'['.repeat(deep)}`,
    lines: [': '],
  },
  {
    title: '10,000 levels of YAML indentation',
    text: Array.from({ length: deep }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    lines: [': '],
  },
  { title: '10,000 open brackets', text: '['.repeat(deep), lines: [':1: '] },
  { title: '10 MB of text', text: 'x'.repeat(10_000_000), lines: [':1: '] },
  {
    title: '10 MB of JSON',
    extension: 'json',
    text: `{"layout": "${'x'.repeat(10_000_000)}"}`,
    lines: [':1: '],
  },
  { title: '5 million characters of two bytes', text: 'é'.repeat(5_000_000), lines: [':1: '] },
  {
    title: 'a key 200 times in YAML, every one of them a problem of its own',
    text: 'k: 1\n'.repeat(200),
    lines: Array.from({ length: 199 }, (_, i) => `:${i + 2}: key "k" stands twice`),
  },
  {
    title: '150,000 problems of one kind',
    text: json({
      layout: {
        version: 1,
        organizations: [{ name: 'a' }],
        workspaces: Array.from({ length: 150_000 }, () => 1),
      },
    }),
    lines: [':layout: has more problems than can be listed'],
  },
  { title: 'JSON that ends too early', extension: 'json', text: '{\n"layout": {', lines: [':2: '] },
  { title: 'a trailing comma in JSON', extension: 'json', text: '{\n"layout": {},\n}', lines: [':3: '] },
  { title: 'a comment in JSON', extension: 'json', text: '{\n// no\n"layout": {}}', lines: [':2: '] },
  { title: 'NaN in JSON', extension: 'json', text: '{"layout": NaN}', lines: [':1: '] },
  { title: 'YAML in a .json file', extension: 'json', text: 'layout:\n  version: 1\n', lines: [':1: '] },
  {
    title: 'a key twice in JSON',
    extension: 'json',
    text: '{\n"actions": [],\n"actions": [],\n"layout": {"version": 1,\n"version": 1}}',
    lines: [':3: key "actions"', ':5: key "version"'],
  },
  {
    title: 'a key twice in JSON, by an escape',
    extension: 'json',
    text: '{"actions": [], "\\u0061ctions": []}',
    lines: [':1: key "actions"'],
  },
  { title: 'a key twice in YAML', text: 'layout:\n  version: 1\n  version: 1\n', lines: [':3: '] },
  { title: 'a key twice in YAML flow', text: '{layout: {version: 1, version: 1}}', lines: [':1: '] },
  { title: 'a tab as indentation', text: 'layout:\n\tversion: 1\n', lines: [':2: '] },
  { title: 'a bracket left open in YAML', text: 'layout:\n  workspaces: [{ name: a }\n', lines: [': '] },
  { title: 'several documents', text: 'layout: {}\n---\nlayout: {}\n', lines: [': '] },
  { title: 'an unknown tag', text: 'layout: !!python/object:os.system x\n', lines: [':1: '] },
  { title: 'a tag of its own', text: 'layout: !mine\n  version: 1\n', lines: [':1: '] },
  { title: 'an alias to nothing', text: 'layout: *missing\n', lines: [':1: '] },
  {
    title: 'an alias to itself',
    text: 'layout: &l\n  version: *l\n',
    lines: [':layout.version: must be 1', ':layout.organizations: is missing'],
  },
  { title: 'a bomb of aliases', text: `${laughs.join('\n')}\n`, lines: [':'] },
  { title: 'a key that is a mapping', text: '? {a: 1}\n: 2\n', lines: [':1: '] },
  { title: 'a key that is a number', text: '1: x\n', lines: [':["1"]: unknown key', ':layout: is missing'] },
  { title: 'a key that is null', text: '~: x\n', lines: [':["~"]: unknown key', ':layout: is missing'] },
  // The outermost level.
  { title: 'a list', text: '[]', lines: [':1: '] },
  { title: 'a number', text: '42', lines: [':1: '] },
  { title: 'null', text: 'null', lines: [':1: '] },
  { title: 'a text', text: '"layout"', lines: [':1: '] },
  { title: 'no layout', text: '{"actions": []}', lines: [':layout: is missing'] },
  { title: 'a layout that is null', text: '{"layout": null}', lines: [':layout: must be a mapping'] },
  { title: 'a layout that is a list', text: '{"layout": []}', lines: [':layout: must be a mapping'] },
  {
    title: 'an unknown key beside layout',
    text: json({ layout: layout(), action: [] }),
    lines: [':action: unknown key, did you mean actions?'],
  },
  {
    title: 'actions that are null',
    text: json({ layout: layout(), actions: null }),
    lines: [':actions: must be a list'],
  },
  {
    title: 'actions that are a mapping',
    text: json({ layout: layout(), actions: {} }),
    lines: [':actions: must be a list'],
  },
  {
    title: '__proto__ beside layout',
    text: `{"layout": ${json(layout())}, "__proto__": {"polluted": true}}`,
    lines: [':__proto__: unknown key'],
  },
  {
    title: '__proto__ beside layout in YAML',
    text: '__proto__:\n  polluted: true\nlayout: { version: 1, organizations: [{ name: acme }] }\n',
    lines: [':__proto__: unknown key'],
  },
  {
    title: '__proto__ in a workspace',
    text: `{"layout": {"version": 1, "organizations": [{"name": "acme"}], "workspaces": [{"name": "a", "__proto__": {"locked": true}}]}}`,
    lines: [`:${W0}.__proto__: unknown key`],
  },
  {
    title: 'constructor and prototype',
    text: workspace({ constructor: { prototype: { polluted: true } }, prototype: 1 }),
    lines: [`:${W0}.constructor: unknown key`, `:${W0}.prototype: unknown key`],
  },
  {
    title: '__proto__ in an action and its settings',
    text: `{"layout": ${json(layout())}, "actions": [{"type": "set", "workspace": "a", "settings": {"__proto__": {"polluted": true}}}, {"type": "lock", "workspace": "a", "__proto__": {}}]}`,
    lines: [':actions[0].settings.__proto__: ', ':actions[1].__proto__: '],
  },
  // The layout.
  {
    title: 'an empty layout',
    text: '{"layout": {}}',
    lines: [':layout.version: is missing', ':layout.organizations: is missing'],
  },
  { title: 'another version', text: scenario({ version: 2 }), lines: [':layout.version: must be 1, not 2'] },
  {
    title: 'a version that is text',
    text: scenario({ version: '1' }),
    lines: [':layout.version: must be 1'],
  },
  {
    title: 'an unknown ruleset',
    text: scenario({ ruleset: 'exam' }),
    lines: [':layout.ruleset: must be one of hcp, guide'],
  },
  {
    title: 'no organization',
    text: json({ layout: { version: 1, organizations: [] } }),
    lines: [':layout.organizations: '],
  },
  {
    title: 'organizations of the wrong types',
    text: scenario({ organizations: ['acme'] }),
    lines: [':layout.organizations[0]: must be a mapping'],
  },
  {
    title: 'concurrency 0, negative, a fraction and text',
    text: json({
      layout: {
        version: 1,
        organizations: [0, -1, 1.5, '2'].map((concurrency, i) => ({ name: `o${i}`, concurrency })),
      },
    }),
    lines: [0, 1, 2, 3].map((i) => `:layout.organizations[${i}].concurrency: `),
  },
  {
    title: 'concurrency .nan, .inf and 1e400',
    text: 'layout:\n  version: 1\n  organizations:\n    - { name: a, concurrency: .nan }\n    - { name: b, concurrency: .inf }\n    - { name: c, concurrency: 1e400 }\n',
    lines: [0, 1, 2].map((i) => `:layout.organizations[${i}].concurrency: `),
  },
  {
    title: '1e400 in JSON',
    extension: 'json',
    text: '{"layout": {"version": 1, "organizations": [{"name": "a", "concurrency": 1e400}]}}',
    lines: [':layout.organizations[0].concurrency: '],
  },
  {
    title: 'names with spaces, dots, slashes, umlauts, and none',
    text: scenario({
      workspaces: [
        { name: 'a b' },
        { name: 'a.b' },
        { name: 'acme/a' },
        { name: 'ä' },
        { name: '' },
        {},
        { name: 7 },
      ],
    }),
    lines: [0, 1, 2, 3, 4, 5, 6].map((i) => `:layout.workspaces[${i}].name: `),
  },
  {
    title: 'an organization with a space',
    text: json({ layout: { version: 1, organizations: [{ name: 'my org' }] } }),
    lines: [':layout.organizations[0].name: '],
  },
  {
    title: 'wrong types everywhere in a workspace',
    text: workspace({
      execution_mode: 1,
      auto_apply: 'yes',
      auto_apply_run_trigger: 1,
      locked: 'no',
      has_configuration: 0,
      has_state: 'x',
      global_remote_state: [],
      remote_state_consumer_ids: 'b',
      outputs: {},
      reads: 'b',
      tfe_token_team: 3,
      variables: {},
      requires: 1,
      cost_estimation: {},
      policies: 1,
      run_tasks: 1,
      plan: 'maybe',
      apply: true,
      seconds: 5,
    }),
    lines: [
      'locked',
      'has_state',
      'execution_mode',
      'auto_apply',
      'auto_apply_run_trigger',
      'has_configuration',
      'global_remote_state',
      'remote_state_consumer_ids',
      'outputs',
      'reads',
      'tfe_token_team',
      'variables',
      'requires',
      'cost_estimation',
      'policies',
      'run_tasks',
      'plan',
      'apply',
      'seconds',
    ].map((f) => `:${W0}.${f}: must be`),
  },
  {
    title: 'null where it is not allowed',
    text: workspace(
      {
        execution_mode: null,
        auto_apply: null,
        project: null,
        organization: null,
        outputs: null,
        seconds: null,
        plan: null,
      },
      { ruleset: null, projects: null, teams: null },
    ),
    lines: [
      'layout.ruleset',
      'layout.projects',
      `${W0}.organization`,
      `${W0}.project`,
      `${W0}.execution_mode`,
      `${W0}.auto_apply`,
      `${W0}.outputs`,
      `${W0}.plan`,
      `${W0}.seconds`,
      'layout.teams',
    ].map((p) => `:${p}: `),
  },
  {
    title: 'unknown keys at every level',
    text: scenario({
      rulset: 'hcp',
      organizations: [{ name: 'acme', concurency: 1 }],
      projects: [{ name: 'p', org: 'acme' }],
      workspaces: [
        {
          name: 'a',
          auto_aply: true,
          outputs: [{ name: 'x', sensitiv: true }],
          seconds: { plann: 1 },
          variables: [{ key: 'k', vale: 'x' }],
          policies: [{ name: 'p', kind: 'opa', enforcement_level: 'advisory', passes: true, pass: 1 }],
        },
      ],
      run_triggers: [{ sourceable: 'a', workspace: 'a', sourcable: 'a' }],
      variable_sets: [{ name: 's', globl: true }],
      teams: [
        {
          name: 't',
          organization_access: { manage_workspace: true },
          workspace_access: [{ workspace: 'a', access: 'read', acess: 'read' }],
        },
      ],
    }),
    lines: [
      ':layout.organizations[0].concurency: unknown key, did you mean concurrency?',
      ':layout.projects[0].org: unknown key',
      `:${W0}.outputs[0].sensitiv: unknown key, did you mean sensitive?`,
      `:${W0}.variables[0].vale: unknown key, did you mean value?`,
      `:${W0}.policies[0].pass: unknown key, allowed are name, kind, enforcement_level, passes`,
      `:${W0}.seconds.plann: unknown key, did you mean plan?`,
      `:${W0}.auto_aply: unknown key, did you mean auto_apply?`,
      ':layout.run_triggers[0].sourcable: unknown key, did you mean sourceable?',
      ':layout.variable_sets[0].globl: unknown key, did you mean global?',
      ':layout.teams[0].organization_access.manage_workspace: unknown key, did you mean manage_workspaces?',
      ':layout.teams[0].workspace_access[0].acess: unknown key, did you mean access?',
      ':layout.rulset: unknown key, did you mean ruleset?',
    ],
  },
  {
    title: 'seconds below 0, a fraction, text and .nan',
    text: 'layout:\n  version: 1\n  organizations: [{ name: acme }]\n  workspaces:\n    - { name: a, seconds: { plan: -1, apply: 0.5 } }\n    - { name: b, seconds: { plan: "5", apply: .nan } }\n',
    lines: ['[0].seconds.plan', '[0].seconds.apply', '[1].seconds.plan', '[1].seconds.apply'].map(
      (p) => `:layout.workspaces${p}: `,
    ),
  },
  {
    title: 'one level for another kind of policy',
    text: workspace({
      policies: [
        { name: 'p', kind: 'opa', enforcement_level: 'hard-mandatory', passes: true },
        { name: 'q', kind: 'sentinel', enforcement_level: 'mandatory', passes: true },
        { name: 'r', kind: 'rego', enforcement_level: 'advisory', passes: true },
        { name: 's', kind: 'opa' },
      ],
    }),
    lines: [
      `:${W0}.policies[0].enforcement_level: `,
      `:${W0}.policies[1].enforcement_level: `,
      `:${W0}.policies[2].kind: `,
      `:${W0}.policies[3].enforcement_level: is missing`,
      `:${W0}.policies[3].passes: is missing`,
    ],
  },
  {
    title: 'a mandatory task after the apply',
    text: workspace({
      run_tasks: [{ name: 't', stage: 'post_apply', enforcement_level: 'mandatory', passes: true }],
    }),
    lines: [`:${W0}.run_tasks[0].enforcement_level: must be advisory`],
  },
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
  // Actions.
  {
    title: 'actions of no kind',
    text: act({}, 'lock', null, [], { type: 'lok', workspace: 'a' }, { type: 7 }),
    lines: [
      ':actions[0].type: is missing',
      ':actions[1]: must be a mapping',
      ':actions[2]: must be a mapping',
      ':actions[3]: must be a mapping',
      ':actions[4].type: must be one of',
      ':actions[5].type: must be one of',
    ],
  },
  {
    title: 'inherited names as types of an action',
    text: act({ type: 'constructor' }, { type: '__proto__' }, { type: 'toString' }),
    lines: [0, 1, 2].map((i) => `:actions[${i}].type: must be one of`),
  },
  {
    title: 'unknown keys and values in actions',
    text: act(
      { type: 'start_run', workspace: 'a', mod: 'standard' },
      { type: 'start_run', workspace: 'a', mode: 'apply' },
      { type: 'start_run', workspace: 'a', source: 'tfe-run-trigger' },
      { type: 'confirm', workspace: 'a', mode: 'standard' },
    ),
    lines: [
      ':actions[0].mod: unknown key, did you mean mode?',
      ':actions[1].mode: must be one of',
      ':actions[2].source: must be one of',
      ':actions[3].mode: unknown key',
    ],
  },
  {
    title: 'at below 0, a fraction, null and text',
    text: act(...[-1, 1.5, null, '5'].map((at) => ({ type: 'lock', workspace: 'a', at }))),
    lines: [0, 1, 2, 3].map((i) => `:actions[${i}].at: `),
  },
  {
    title: 'at .nan and .inf',
    text: `layout: ${json(layout())}\nactions:\n  - { type: lock, workspace: a, at: .nan }\n  - { type: lock, workspace: a, at: -.inf }\n`,
    lines: [0, 1].map((i) => `:actions[${i}].at: `),
  },
  {
    title: 'a team that nobody has',
    text: act({ type: 'lock', workspace: 'a', as: 'ghosts' }, { type: 'lock', workspace: 'a', as: null }),
    lines: [':actions[0].as: ', ':actions[1].as: '],
  },
  {
    title: 'auto_approve without source cli',
    text: act(
      { type: 'start_run', workspace: 'a', auto_approve: true },
      { type: 'start_run', workspace: 'a', source: 'vcs', auto_approve: true },
    ),
    lines: [':actions[0].auto_approve: ', ':actions[1].auto_approve: '],
  },
  {
    title: 'both and neither of workspace and run',
    text: act(
      { type: 'confirm', workspace: 'a', run: 'run-1' },
      { type: 'discard' },
      { type: 'cancel', run: null },
      { type: 'override_policy' },
    ),
    lines: [
      ':actions[0].run: ',
      ':actions[1].workspace: ',
      ':actions[2].run: ',
      ':actions[2].workspace: ',
      ':actions[3].workspace: ',
    ],
  },
  {
    title: 'settings that cannot be set',
    text: act({
      type: 'set',
      workspace: 'a',
      settings: { name: 'x', organization: 'y', project: 'p', locked: true, has_state: false },
    }),
    lines: ['name', 'organization', 'project', 'locked', 'has_state'].map(
      (f) => `:actions[0].settings.${f}: cannot be set`,
    ),
  },
  {
    title: 'set without settings, with wrong and with dangling ones',
    text: act(
      { type: 'set', workspace: 'a' },
      { type: 'set', workspace: 'a', settings: { auto_aply: true, plan: 1 } },
      {
        type: 'set',
        workspace: 'a',
        settings: { reads: [{ workspace: 'zz', output: 'o' }], remote_state_consumer_ids: ['yy'] },
      },
      { type: 'set', workspace: 'a', settings: { variables: [{ key: 'k' }, { key: 'k' }] } },
    ),
    lines: [
      ':actions[0].settings: is missing',
      ':actions[1].settings.plan: ',
      ':actions[1].settings.auto_aply: unknown key, did you mean auto_apply?',
      ':actions[2].settings.reads[0].workspace: ',
      ':actions[2].settings.remote_state_consumer_ids[0]: ',
      ':actions[3].settings.variables[1].key: ',
    ],
  },
  {
    title: 'dangling workspaces in every action',
    text: act(
      ...['start_run', 'confirm', 'lock', 'unlock'].map((type) => ({ type, workspace: 'zz' })),
      { type: 'create_run_trigger', sourceable: 'zz', workspace: 'yy' },
      { type: 'set', workspace: 'zz', settings: {} },
    ),
    lines: [
      ...[0, 1, 2, 3].map((i) => `:actions[${i}].workspace: no workspace "zz"`),
      ':actions[4].sourceable: ',
      ':actions[4].workspace: ',
      ':actions[5].workspace: ',
    ],
  },
  {
    title: 'problems of the layout and of the actions together',
    text: scenario({ ruleset: 'x', run_triggers: [{ sourceable: 'zz', workspace: 'a' }] }, [
      { type: 'lock', workspace: 'yy' },
    ]),
    lines: [':layout.ruleset: ', ':layout.run_triggers[0].sourceable: ', ':actions[0].workspace: '],
  },
  {
    title: 'more than 10,000 runs',
    text: json({ layout: doubling, actions: [{ type: 'start_run', workspace: 'w0', source: 'vcs' }] }),
    lines: [':actions: '],
  },
  {
    title: 'newlines and escapes in names',
    text: json({ layout: layout({ 'a\nb\u001b[31m': 1 }), actions: [{ type: 'lock', workspace: 'x\ny' }] }),
    lines: [':layout["a\\nb\\u001b[31m"]: unknown key', ':actions[0].workspace: '],
  },
];
