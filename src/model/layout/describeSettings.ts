import type { Settings } from '../scenario/action.ts';
import { type Naming, describeVariable } from './phrases.ts';
import type { Workspace } from './layout.ts';
import { listed } from '../wording/listed.ts';
import { short } from './vocabulary.ts';
import {
  needWords,
  outputsWords,
  PLAN_WORDS,
  policyWords,
  readWords,
  secondsWords,
  taskWords,
  tokenWords,
} from './describeWorkspace.ts';

/** The words for one setting of a workspace. */
interface Setting<T> {
  /** First the word on the vendor's screen, then the attribute; what is the app's own has no attribute. */
  name: string;
  /** Says that it has this value; names and values are marked as code. */
  is: (value: T, named: Naming) => string;
  /** Tells a person to give it this value, as plain text. */
  make: (value: T, named: Naming) => string;
}

const onOff = (on: boolean): string => (on ? 'on' : 'off');
const plain = (text: string): string => text.replaceAll('`', '');
const toggle = (name: string, said: string): Setting<boolean> => ({
  name,
  is: (on) => `${said}: ${onOff(on)}`,
  make: (on) => `turn ${name} ${onOff(on)}`,
});
/** The words for a list: those for an empty one, and those for each thing in it. */
const list = <T>(
  name: string,
  empty: { is: string; make: string },
  is: (one: T, named: Naming) => string,
  make: { verb: string; one: (one: T, named: Naming) => string },
): Setting<readonly T[]> => ({
  name,
  is: (all, named) => (all.length === 0 ? empty.is : listed(all.map((one) => is(one, named)))),
  make: (all, named) =>
    all.length === 0 ? empty.make : `${make.verb} ${listed(all.map((one) => make.one(one, named)))}`,
});

/** What each value of a simulated setting means. */
const VALUES: Readonly<Record<string, string>> = {
  changes: 'changes',
  no_changes: 'no changes',
  errors: 'an error',
  auto: 'changes only where something that it reads is new',
  succeeds: 'success',
};
const valueWords = (value: string): string => VALUES[value] ?? value;

/** Every setting. A setting that is new in the type and has no words here is a type error. */
const SETTINGS: { readonly [K in keyof Settings]-?: Setting<Workspace[K]> } = {
  execution_mode: {
    name: 'Execution Mode (execution_mode)',
    is: (mode) => `${mode} execution`,
    make: (mode) => `set Execution Mode (execution_mode) to ${mode}`,
  },
  auto_apply: toggle('Auto-apply (auto_apply)', 'Auto-apply'),
  auto_apply_run_trigger: toggle(
    'Auto-apply run triggers (auto_apply_run_trigger)',
    'Auto-apply run triggers',
  ),
  has_configuration: {
    name: 'a configuration version',
    is: (on) => (on ? 'a configuration is uploaded' : 'no configuration'),
    make: (on) => (on ? 'add a configuration version' : 'have no configuration version'),
  },
  plan: {
    name: 'what its plan finds',
    is: (plan) => PLAN_WORDS[plan],
    make: (plan) => `let the plan find ${valueWords(plan)}`,
  },
  apply: {
    name: 'how its apply ends',
    is: (apply) => `its apply ${apply === 'errors' ? 'fails' : 'succeeds'}`,
    make: (apply) => `let the apply end with ${valueWords(apply)}`,
  },
  seconds: {
    name: 'how long its plan and its apply take',
    is: secondsWords,
    make: ({ plan, apply }) => `let the plan take ${plan} s and the apply ${apply} s`,
  },
  cost_estimation: toggle('Cost Estimation', 'cost estimation'),
  policies: list('policies', { is: 'no policies', make: 'take every policy away' }, policyWords, {
    verb: 'have',
    one: ({ name, passes, enforcement_level }) =>
      `policy ${name} ${passes ? 'pass' : 'fail'}, ${enforcement_level}`,
  }),
  run_tasks: list('run tasks', { is: 'no run tasks', make: 'remove every run task' }, taskWords, {
    verb: 'run',
    one: ({ name, stage, enforcement_level }) => `task ${name} at ${stage}, ${enforcement_level}`,
  }),
  reads: list('reads', { is: 'no reads', make: 'read nothing from elsewhere' }, readWords, {
    verb: 'read',
    one: ({ output, workspace, via }, named) => `${output} of ${named(workspace)} through ${via}`,
  }),
  outputs: {
    name: 'outputs',
    is: (all) => (all.length === 0 ? 'no outputs' : outputsWords(all)),
    make: (all) => (all.length === 0 ? 'have no outputs' : `have ${plain(outputsWords(all))}`),
  },
  global_remote_state: toggle(
    'Share with all workspaces (global_remote_state)',
    'state shared with the whole organization',
  ),
  remote_state_consumer_ids: {
    name: 'the workspaces that may read its state',
    is: (ids, named) => `state shared with ${ids.length === 0 ? 'nobody by name' : listed(ids.map(named))}`,
    make: (ids, named) =>
      `share the state with ${ids.length === 0 ? 'no single workspace' : listed(ids.map(named))}`,
  },
  tfe_token_team: {
    name: 'the team of its tfe token',
    is: (team) => (team === null ? 'no token for its `tfe` provider' : tokenWords(team)),
    make: (team) =>
      team === null ? 'clear the team of its tfe token' : `set the team of its tfe token to ${team}`,
  },
  requires: list(
    'required variables',
    { is: 'no required variables', make: 'need no variables' },
    needWords,
    {
      verb: 'need',
      one: ({ key, category }) => `the ${category === 'env' ? 'environment' : 'Terraform'} variable ${key}`,
    },
  ),
  variables: list('variables', { is: 'no variables', make: 'remove every variable' }, describeVariable, {
    verb: 'set',
    one: ({ key, value, sensitive }) => `${key} to ${sensitive ? 'a sensitive value' : value}`,
  }),
};

const isSetting = (field: string): field is keyof Settings => Object.hasOwn(SETTINGS, field);
/** The entry of a field. It takes any value, because the types no longer know which field a value belongs to. */
const settingOf = (field: keyof Settings): Setting<unknown> => SETTINGS[field] as Setting<unknown>;

/** The value of a workspace's field, as a sentence without its full stop. This includes fields that no action sets. */
export function settingSays(workspace: string, field: string, value: unknown): string {
  if (isSetting(field) && typeof value === 'object' && value !== null)
    return `${short(workspace)}: ${plain(settingOf(field).is(value, short))}`;
  const name = isSetting(field) ? SETTINGS[field].name : field.replaceAll('_', ' ');
  const words =
    typeof value === 'boolean' ? onOff(value) : typeof value === 'string' ? valueWords(value) : 'not set';
  return `${name} of ${short(workspace)} is ${words}`;
}

/** What an action `set` changes in a workspace: a phrase for each field that it gives, even for a default. */
export const settingsWords = (settings: Settings, named: Naming): string[] =>
  Object.keys(SETTINGS)
    .filter(isSetting)
    .flatMap((field) => {
      const value = settings[field];
      return value === undefined ? [] : settingOf(field).is(value, named);
    });

/** Instructs to give fields of one workspace their values. Workspaces of other organizations are named in full. */
export function describeSetting(workspace: string, settings: Settings): string {
  const [organization] = workspace.split('/');
  const named = (id: string) => (id.startsWith(`${organization}/`) ? short(id) : id);
  return Object.entries(settings)
    .flatMap(([field, value]) =>
      value === undefined || !isSetting(field) ? [] : settingOf(field).make(value, named),
    )
    .join(', ');
}
