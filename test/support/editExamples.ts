import { EDIT_TYPES, type Edit, type EditType } from '#model/edits/index.ts';
import type { Layout } from '#model/layout/layout.ts';
import { editSchema } from '#model/level/editSchema.ts';
import { parseWith } from '#model/parse/schema.ts';
import { layout, type Plain } from './shorthand.ts';

const policy = { kind: 'sentinel', enforcement_level: 'advisory', passes: false };

/** A board on which everything that an edit names has a neighbour. */
export const editBoard = layout(
  'a -> b; a -> c; d -> b; a shares b; a shares c; b: locked; team ops: a=read, b=plan; team dev:',
  {
    a: {
      project: 'core',
      policies: [
        { ...policy, name: 'tags' },
        { ...policy, name: 'cost' },
      ],
      variables: [
        { key: 'size', value: '1' },
        { key: 'zone', value: 'x' },
      ],
    },
    b: { policies: [{ ...policy, name: 'tags' }] },
  },
  {
    projects: [{ name: 'core' }, { name: 'edge' }],
    variable_sets: [
      {
        name: 'shared',
        workspaces: ['a', 'b'],
        projects: ['core'],
        variables: [{ key: 'size', value: '2' }],
      },
      { name: 'other', workspaces: ['d'] },
    ],
  },
);

interface Example {
  /** The fields of the edit, without its type. It changes the board, and counts as one change. */
  edit: Plain;
  /** What is looked at, and what must be there once the edit is made. */
  shows: (layout: Layout) => unknown;
  is: unknown;
  /** The edit as an instruction, and what is said once it is made. */
  words: string;
  done: string;
}

const [A, B, C, D] = ['acme/a', 'acme/b', 'acme/c', 'acme/d'];
const edges = (l: Layout) => l.run_triggers.map((t) => `${t.sourceable.slice(5)}${t.workspace.slice(5)}`);
const called = (name: string) => (l: Layout) => l.workspaces.find((w) => w.name === name);
const consumers = (l: Layout) => called('a')(l)?.remote_state_consumer_ids;
const values = (l: Layout) => called('a')(l)?.variables.map((v) => `${v.category} ${v.key}=${v.value}`);
const set = (at: number) => (l: Layout) => l.variable_sets[at];
const policies = (l: Layout) =>
  l.workspaces.map((w) => w.policies.map((p) => `${p.name} ${p.enforcement_level} ${p.passes}`).join());
const roles = (at: number) => (l: Layout) =>
  l.teams[at]?.workspace_access.map((g) => `${g.workspace} ${g.access ?? `custom ${g.permissions?.runs}`}`);
const projects = (l: Layout) => l.teams[0]?.project_access.map((g) => `${g.project} ${g.access}`);

/** At least one example of every type, each about something else unless that is what it shows. */
export const EDIT_EXAMPLES: Readonly<Record<EditType, readonly Example[]>> = {
  create_run_trigger: [
    {
      edit: { sourceable: D, workspace: C },
      shows: edges,
      is: ['ab', 'ac', 'db', 'dc'],
      words: 'Create the run trigger from d to c',
      done: 'd now triggers c.',
    },
  ],
  delete_run_trigger: [
    {
      edit: { sourceable: A, workspace: B },
      shows: edges,
      is: ['ac', 'db'],
      words: 'Delete the run trigger from a to b',
      done: 'a no longer triggers b.',
    },
  ],
  set: [
    {
      edit: { workspace: A, settings: { auto_apply: true } },
      shows: (l) => l.workspaces.map((w) => w.auto_apply),
      is: [true, false, false, false],
      words: 'In a, turn Auto-apply (auto_apply) on',
      done: 'a: auto_apply on.',
    },
    {
      edit: { workspace: A, settings: { plan: 'auto' } },
      shows: (l) => called('a')(l)?.plan,
      is: 'auto',
      words: 'In a, let the plan find changes only where something that it reads is new',
      done: 'a: plan auto.',
    },
    {
      edit: { workspace: D, settings: { auto_apply: true } },
      shows: (l) => called('d')(l)?.auto_apply,
      is: true,
      words: 'In d, turn Auto-apply (auto_apply) on',
      done: 'd: auto_apply on.',
    },
  ],
  share: [
    {
      edit: { sourceable: A, workspace: D },
      shows: consumers,
      is: [B, C, D],
      words: 'Let d read the state of a',
      done: 'd may read the state of a.',
    },
  ],
  unshare: [
    {
      edit: { sourceable: A, workspace: B },
      shows: consumers,
      is: [C],
      words: 'No longer let b read the state of a',
      done: 'b may no longer read the state of a.',
    },
  ],
  lock: [
    {
      edit: { workspace: A },
      shows: (l) => called('a')(l)?.locked,
      is: true,
      words: 'Lock a',
      done: 'a locked.',
    },
  ],
  unlock: [
    {
      edit: { workspace: B },
      shows: (l) => called('b')(l)?.locked,
      is: false,
      words: 'Unlock b',
      done: 'b unlocked.',
    },
  ],
  attach_set: [
    {
      edit: { set: 'shared', workspace: C },
      shows: (l) => set(0)(l)?.workspaces,
      is: [A, B, C],
      words: 'Attach variable set shared to c',
      done: 'shared reaches c.',
    },
    {
      edit: { set: 'shared', project: 'edge' },
      shows: (l) => set(0)(l)?.projects,
      is: ['core', 'edge'],
      words: 'Attach variable set shared to project edge',
      done: 'shared reaches edge.',
    },
  ],
  detach_set: [
    {
      edit: { set: 'shared', workspace: A },
      shows: (l) => set(0)(l)?.workspaces,
      is: [B],
      words: 'Detach variable set shared from a',
      done: 'shared no longer lists a.',
    },
    {
      edit: { set: 'shared', project: 'core' },
      shows: (l) => set(0)(l)?.projects,
      is: [],
      words: 'Detach variable set shared from project core',
      done: 'shared no longer lists core.',
    },
  ],
  set_variable: [
    {
      edit: { workspace: A, key: 'size', value: '9' },
      shows: values,
      is: ['terraform size=9', 'terraform zone=x'],
      words: 'In a, set the variable size to 9',
      done: 'size set in a.',
    },
    {
      edit: { workspace: A, key: 'size', value: '9', category: 'env', sensitive: true },
      shows: values,
      is: ['terraform size=1', 'terraform zone=x', 'env size=9'],
      words: 'In a, set the environment variable size to 9, sensitive',
      done: 'size set in a.',
    },
    {
      edit: { workspace: A, key: 'new', value: '9' },
      shows: (l) => called('a')(l)?.variables.at(-1),
      is: { key: 'new', value: '9', category: 'terraform', sensitive: false, hcl: false },
      words: 'In a, set the variable new to 9',
      done: 'new set in a.',
    },
    {
      edit: { set: 'shared', key: 'size', value: '9' },
      shows: (l) => set(0)(l)?.variables[0]?.value,
      is: '9',
      words: 'In variable set shared, set the variable size to 9',
      done: 'size set in shared.',
    },
  ],
  set_priority: [
    {
      edit: { set: 'shared', priority: true },
      shows: (l) => l.variable_sets.map((s) => s.priority),
      is: [true, false],
      words: 'Make variable set shared a priority set',
      done: 'shared: priority on.',
    },
    {
      edit: { set: 'other', priority: true },
      shows: (l) => l.variable_sets.map((s) => s.priority),
      is: [false, true],
      words: 'Make variable set other a priority set',
      done: 'other: priority on.',
    },
  ],
  grant_workspace: [
    {
      edit: { team: 'ops', workspace: A, access: 'admin' },
      shows: roles(0),
      is: [`${A} admin`, `${B} plan`],
      words: 'Give team ops admin on a',
      done: 'ops: admin in a.',
    },
    {
      edit: { team: 'ops', workspace: B, access: null },
      shows: roles(0),
      is: [`${A} read`],
      words: 'Take team ops its access to b',
      done: 'ops: no role in b.',
    },
    {
      edit: { team: 'dev', workspace: A, access: 'read' },
      shows: roles(1),
      is: [`${A} read`],
      words: 'Give team dev read on a',
      done: 'dev: read in a.',
    },
  ],
  grant_custom: [
    {
      edit: { team: 'ops', workspace: C, permissions: { runs: 'apply' } },
      shows: roles(0),
      is: [`${A} read`, `${B} plan`, `${C} custom apply`],
      words: 'Give team ops custom permissions on c: runs apply',
      done: 'ops: custom permissions in c.',
    },
  ],
  grant_project: [
    {
      edit: { team: 'ops', project: 'core', access: 'read' },
      shows: projects,
      is: ['core read'],
      words: 'Give team ops read on project core',
      done: 'ops: read in project core.',
    },
    {
      edit: { team: 'ops', project: 'edge', access: 'maintain' },
      shows: projects,
      is: ['edge maintain'],
      words: 'Give team ops maintain on project edge',
      done: 'ops: maintain in project edge.',
    },
  ],
  rename_set: [
    {
      edit: { set: 'other', name: 'another' },
      shows: (l) => l.variable_sets.map((s) => s.name),
      is: ['shared', 'another'],
      words: 'Rename variable set other to another',
      done: 'other renamed to another.',
    },
  ],
  exclude_policy: [
    {
      edit: { policy: 'tags', workspace: B },
      shows: policies,
      is: ['tags advisory false,cost advisory false', '', '', ''],
      words: 'Exclude b from policy tags',
      done: 'tags no longer looks at b.',
    },
  ],
  enforce_policy: [
    {
      edit: { policy: 'cost', enforcement_level: 'hard-mandatory' },
      shows: policies,
      is: ['tags advisory false,cost hard-mandatory false', 'tags advisory false', '', ''],
      words: 'Set the enforcement level of policy cost to hard-mandatory',
      done: 'cost is hard-mandatory.',
    },
  ],
  satisfy_policy: [
    {
      edit: { policy: 'tags', workspace: A },
      shows: policies,
      is: ['tags advisory true,cost advisory false', 'tags advisory false', '', ''],
      words: 'Fix the configuration of a, so that it passes tags',
      done: 'a passes tags.',
    },
    {
      edit: { policy: 'cost', workspace: A },
      shows: policies,
      is: ['tags advisory false,cost advisory true', 'tags advisory false', '', ''],
      words: 'Fix the configuration of a, so that it passes cost',
      done: 'a passes cost.',
    },
  ],
};

/** An edit as a level writes it, with every workspace by its full name. */
export function readEdit(given: Plain): Edit {
  const parsed = parseWith(editSchema, given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

/** Every example with its edit as it is read. */
export const editExamples = EDIT_TYPES.flatMap((type) =>
  EDIT_EXAMPLES[type].map((example) => ({ ...example, edit: readEdit({ type, ...example.edit }) })),
);
