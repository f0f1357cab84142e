import type { Settings } from './action.ts';
import { listed } from './listed.ts';
import {
  code,
  elsewhere,
  type Naming,
  nothingLeft,
  type Sayings,
  sayings,
  variableWords,
} from './boardWords.ts';
import type { Layout, Policy, Read, RunTask, Workspace } from './layout.ts';

type Plan = Workspace['plan'];
type Output = Workspace['outputs'][number];
type Need = Workspace['requires'][number];

const PLANS: Readonly<Record<Plan, string>> = {
  changes: 'its plan finds changes',
  no_changes: 'its plan finds no changes',
  errors: 'its plan fails',
  auto: 'its plan finds changes only when something it reads is new',
};

/** What of a workspace differs from the default settings, a phrase each, with the triggers that start it. */
export function workspaceWords(
  workspace: Workspace,
  layout: Layout,
  named: Naming,
  timed: boolean,
): string[] {
  const several = layout.organizations.length > 1;
  const id = `${workspace.organization}/${workspace.name}`;
  const fields: Sayings<Workspace> = {
    // It is the title of the row.
    name: elsewhere,
    organization: (name) => (several ? `in organization ${code(name)}` : null),
    project: (name) => (name === null ? null : `in project ${code(name)}`),
    execution_mode: (mode) => (mode === 'remote' ? null : `${mode} execution`),
    auto_apply: (on) => (on ? 'Auto-apply: on' : null),
    auto_apply_run_trigger: (on) => (on ? 'Auto-apply run triggers: on' : null),
    locked: (on) => (on ? 'locked by a user' : null),
    has_configuration: (on) => (on ? null : 'no configuration uploaded yet'),
    has_state: (on) => (on ? null : 'never applied, so it has no state'),
    plan: (plan) => (plan === 'changes' ? null : PLANS[plan]),
    apply: (apply) => (apply === 'errors' ? 'its apply fails' : null),
    seconds: (seconds) => (timed ? secondsWords(seconds) : null),
    cost_estimation: (on) => (on ? 'cost estimation: on' : null),
    policies: (all) => all.map(policyWords),
    run_tasks: (all) => all.map(taskWords),
    reads: (all) => all.map((read) => readWords(read, named)),
    outputs: (all) => (all.length === 0 ? null : outputsWords(all)),
    global_remote_state: (on) => (on ? 'shares its state with the whole organization' : null),
    remote_state_consumer_ids: (ids) =>
      ids.length === 0 ? null : `shares its state with ${listed(ids.map(named))}`,
    tfe_token_team: (team) => (team === null ? null : tokenWords(team)),
    requires: (all) => all.map(needWords),
    variables: (all) => all.map(variableWords),
  };
  const sources = layout.run_triggers.flatMap(({ sourceable, workspace: target, ...rest }) => {
    nothingLeft(rest);
    return target === id ? [named(sourceable)] : [];
  });
  return [
    ...(sources.length === 0 ? [] : [`triggered by ${listed(sources)}`]),
    ...sayings(workspace, fields),
  ];
}

/** True where runs of the workspace take other times than usual. */
export const takesOtherTimes = ({ seconds }: Workspace): boolean =>
  seconds.plan !== 20 || seconds.apply !== 30;

const onOff = (on: boolean): string => (on ? 'on' : 'off');
const none = <T>(all: readonly T[], words: (one: T) => string, what: string): string =>
  all.length === 0 ? `no ${what}` : listed(all.map(words));

/** What an action \`set\` makes of a workspace: each field that it gives, defaults too. */
export function settingsWords(settings: Settings, named: Naming): string[] {
  const said =
    <T>(words: (value: T) => string) =>
    (value: T | undefined) =>
      value === undefined ? null : words(value);
  const fields: Sayings<Settings> = {
    execution_mode: said((mode) => `${mode} execution`),
    auto_apply: said((on) => `Auto-apply: ${onOff(on)}`),
    auto_apply_run_trigger: said((on) => `Auto-apply run triggers: ${onOff(on)}`),
    has_configuration: said((on) => (on ? 'a configuration is uploaded' : 'no configuration')),
    plan: said((plan) => PLANS[plan]),
    apply: said((apply) => `its apply ${apply === 'errors' ? 'fails' : 'succeeds'}`),
    seconds: said(secondsWords),
    cost_estimation: said((on) => `cost estimation: ${onOff(on)}`),
    policies: said((all) => none(all, policyWords, 'policies')),
    run_tasks: said((all) => none(all, taskWords, 'run tasks')),
    reads: said((all) => none(all, (read) => readWords(read, named), 'reads')),
    outputs: said((all) => (all.length === 0 ? 'no outputs' : outputsWords(all))),
    global_remote_state: said((on) => `state shared with the whole organization: ${onOff(on)}`),
    remote_state_consumer_ids: said(
      (ids) => `state shared with ${ids.length === 0 ? 'nobody by name' : listed(ids.map(named))}`,
    ),
    tfe_token_team: said((team) => (team === null ? 'no token for its `tfe` provider' : tokenWords(team))),
    requires: said((all) => none(all, needWords, 'required variables')),
    variables: said((all) => none(all, variableWords, 'variables')),
  };
  return sayings(settings, fields);
}

const secondsWords = ({ plan, apply, ...rest }: Workspace['seconds']): string => {
  nothingLeft(rest);
  return `its plan takes ${plan} s, its apply ${apply} s`;
};
const outputsWords = (all: readonly Output[]): string => `outputs ${listed(all.map(outputWords))}`;
const tokenWords = (team: string): string => `its \`tfe\` provider uses the token of team ${code(team)}`;

function policyWords({ name, kind, enforcement_level, passes, ...rest }: Policy): string {
  nothingLeft(rest);
  const by = kind === 'opa' ? 'OPA' : 'Sentinel';
  return `${enforcement_level} ${by} policy ${code(name)}: ${passes ? 'passes' : 'fails'}`;
}

function taskWords({ name, stage, enforcement_level, passes, ...rest }: RunTask): string {
  nothingLeft(rest);
  const at = stage.replace('_', '-');
  return `${enforcement_level} ${at} run task ${code(name)}: ${passes ? 'passes' : 'fails'}`;
}

function readWords({ workspace, output, via, ...rest }: Read, named: Naming): string {
  nothingLeft(rest);
  return `reads ${code(output)} of ${named(workspace)} through ${code(via)}`;
}

function outputWords({ name, sensitive, ...rest }: Output): string {
  nothingLeft(rest);
  return `${code(name)}${sensitive ? ' (sensitive)' : ''}`;
}

function needWords({ key, category, ...rest }: Need): string {
  nothingLeft(rest);
  return `its configuration needs the ${category === 'env' ? 'environment' : 'Terraform'} variable ${code(key)}`;
}
