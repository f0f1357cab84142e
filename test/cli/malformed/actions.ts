import { act, doubling, json, layout, scenario, type Malformed } from './kit.ts';

/** Actions that are none. */
export const ACTIONS: Malformed[] = [
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
