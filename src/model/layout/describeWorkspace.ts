import { listed } from '../wording/listed.ts';
import {
  code,
  elsewhere,
  type Naming,
  nothingLeft,
  type Sayings,
  sayings,
  describeVariable,
} from './phrases.ts';
import type { Layout, Policy, Read, RunTask, Workspace } from './layout.ts';

type Plan = Workspace['plan'];
type Output = Workspace['outputs'][number];
type Need = Workspace['requires'][number];

export const PLAN_WORDS: Readonly<Record<Plan, string>> = {
  changes: 'its plan finds changes',
  no_changes: 'its plan finds no changes',
  errors: 'its plan fails',
  auto: 'its plan finds changes only when something it reads is new',
};

/** A phrase for each setting of a workspace that is not the default, and for the triggers that start it. */
export function describeWorkspace(
  workspace: Workspace,
  layout: Layout,
  named: Naming,
  timed: boolean,
): string[] {
  const several = layout.organizations.length > 1;
  const id = `${workspace.organization}/${workspace.name}`;
  const fields: Sayings<Workspace> = {
    // The name is the title of the row.
    name: elsewhere,
    organization: (name) => (several ? `in organization ${code(name)}` : null),
    project: (name) => (name === null ? null : `in project ${code(name)}`),
    execution_mode: (mode) => (mode === 'remote' ? null : `${mode} execution`),
    auto_apply: (on) => (on ? 'Auto-apply: on' : null),
    auto_apply_run_trigger: (on) => (on ? 'Auto-apply run triggers: on' : null),
    locked: (on) => (on ? 'locked by a user' : null),
    has_configuration: (on) => (on ? null : 'no configuration uploaded yet'),
    has_state: (on) => (on ? null : 'never applied, so it has no state'),
    plan: (plan) => (plan === 'changes' ? null : PLAN_WORDS[plan]),
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
    variables: (all) => all.map(describeVariable),
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

/** Whether runs of the workspace take more or less time than usual. */
export const takesOtherTimes = ({ seconds }: Workspace): boolean =>
  seconds.plan !== 20 || seconds.apply !== 30;

export const secondsWords = ({ plan, apply, ...rest }: Workspace['seconds']): string => {
  nothingLeft(rest);
  return `its plan takes ${plan} s, its apply ${apply} s`;
};
export const outputsWords = (all: readonly Output[]): string => `outputs ${listed(all.map(outputWords))}`;
export const tokenWords = (team: string): string =>
  `its \`tfe\` provider uses the token of team ${code(team)}`;

export function policyWords({ name, kind, enforcement_level, passes, ...rest }: Policy): string {
  nothingLeft(rest);
  const by = kind === 'opa' ? 'OPA' : 'Sentinel';
  return `${enforcement_level} ${by} policy ${code(name)}: ${passes ? 'passes' : 'fails'}`;
}

export function taskWords({ name, stage, enforcement_level, passes, ...rest }: RunTask): string {
  nothingLeft(rest);
  const at = stage.replace('_', '-');
  return `${enforcement_level} ${at} run task ${code(name)}: ${passes ? 'passes' : 'fails'}`;
}

export function readWords({ workspace, output, via, ...rest }: Read, named: Naming): string {
  nothingLeft(rest);
  return `reads ${code(output)} of ${named(workspace)} through ${code(via)}`;
}

function outputWords({ name, sensitive, ...rest }: Output): string {
  nothingLeft(rest);
  return `${code(name)}${sensitive ? ' (sensitive)' : ''}`;
}

export function needWords({ key, category, ...rest }: Need): string {
  nothingLeft(rest);
  return `its configuration needs the ${category === 'env' ? 'environment' : 'Terraform'} variable ${code(key)}`;
}
