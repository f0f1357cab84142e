import type { RULES_AT } from '#engine/rules/index.ts';
import { camelOf, isSlug, type Make, scaffold, unfit } from './scaffold.ts';

/** Of each point: what a rule does there, and how it comes by the workspace that it is about. */
type Form = { effect: string; context: string; workspace: string; waits?: string; may?: 'be null' };
const OF_RUN = { context: '{ run }', workspace: 'run.workspace' };
const BY_HAND: Form = { effect: 'reject', context: '{ workspace }', workspace: 'workspace' };
const ON_RUN: Form = { ...BY_HAND, may: 'be null' };
const FORMS: Readonly<Record<keyof typeof RULES_AT, Form>> = {
  create_trigger: { effect: 'reject', context: '{ target }', workspace: 'target' },
  delete_trigger: { effect: 'reject', context: '{ target }', workspace: 'target' },
  start_run: BY_HAND,
  lock: BY_HAND,
  unlock: BY_HAND,
  set: BY_HAND,
  confirm: ON_RUN,
  discard: ON_RUN,
  cancel: ON_RUN,
  override_policy: ON_RUN,
  fire: { ...OF_RUN, effect: 'skip' },
  leave_pending: { ...OF_RUN, effect: 'hold', waits: 'unlock' },
  go_on: { ...OF_RUN, effect: 'hold', waits: 'concurrency' },
  auto_apply: { ...OF_RUN, effect: 'hold', waits: 'confirmation' },
  policies: { ...OF_RUN, effect: 'error' },
  run_tasks: { ...OF_RUN, effect: 'error' },
  read: { ...OF_RUN, effect: 'error' },
  plan: { ...OF_RUN, effect: 'error' },
  apply: { ...OF_RUN, effect: 'error' },
  finish: { ...OF_RUN, effect: 'finish' },
  ended_by: { ...OF_RUN, effect: 'finish' },
};
const POINTS = Object.keys(FORMS);

/** A rule that stops nothing yet, its test and its board. */
export const rule: Make = (name, options, { factIds }) => {
  const fact = [...factIds].find((id) => name.startsWith(`${id.toLowerCase()}-`));
  if (!isSlug(name) || fact === undefined)
    return unfit(
      'must be the id of a fact in content/facts and words, such as lk-02-locked: add the fact first',
    );
  const at = options.get('--at') ?? '';
  const form = Object.entries(FORMS).find(([point]) => point === at)?.[1];
  if (form === undefined) return unfit(`needs --at, one of ${POINTS.join(', ')}`);
  const { context, workspace } = form;
  const there = form.may === undefined ? '' : `${workspace} !== null && `;
  const source = `import { about, nameOf, type Rule } from './rule.ts';

/** Fact: ${fact}. */
export const ${camelOf(name)}: Rule<'${at}'> = {
  id: '${name}',
  fact: '${fact}',
  at: '${at}',
  effect: '${form.effect}',
  title: 'FILL IN: the rule as a sentence that is true',
  why: 'FILL IN: why, as the source has it',
  fix: 'FILL IN: what a person can do about it',
  evidence: 'documented',
${form.waits === undefined ? '' : `  waitingFor: '${form.waits}',\n`}  condition: 'FILL IN: the condition that lets things pass',
  violation: (${context}) =>
    ${there}${workspace}.settings.name === 'FILL IN: what has to be so${form.may === undefined ? ' for a stop' : ''}' ? about(${workspace}) : null,
  message: (${context}) => \`FILL IN: what is so with \${nameOf(${workspace})}.\`,
};
`;
  const test = `import { layout } from '../../support/shorthand.ts';
import { ruleTable } from '../ruleTable.ts';

ruleTable('${name}', {
  stops: [
    {
      title: 'FILL IN: what it stops, and when',
      given: layout('app: auto_apply'),
      actions: ['start app'],
      gives: ['FILL IN: npm test prints what there is'],
      evidence: ['app'],
      says: 'FILL IN',
    },
  ],
  passes: [
    {
      title: 'FILL IN: what it lets pass',
      given: layout('app: auto_apply'),
      actions: ['start app'],
      gives: ['run-1 app: applied'],
    },
  ],
});
`;
  const board = `rule: ${name}
title: "FILL IN: what it stops"
layout:
  version: 1
  organizations:
    - { name: acme }
  workspaces:
    - { name: app, auto_apply: true }
actions:
  - { type: start_run, workspace: app }
`;
  return scaffold({
    files: [
      { path: `src/engine/rules/${name}.ts`, text: source },
      { path: `test/engine/rules/${name}.test.ts`, text: test },
      { path: `content/boards/${name}.yaml`, text: board },
    ],
    next: [
      `Add ${camelOf(name)} to RULES_AT.${at} in src/engine/rules/index.ts; its place there is the order of asking.`,
      "Write violation and message; evidence is 'app_rule' where the vendor is silent. remedies, where a change could let it pass.",
      'Write the rows of the test, and the smallest board on which the rule stops something.',
      `Cite ${fact} in a lesson, a level and a question, if that is not done: test/content/coverage.test.ts.`,
      `npm run unit -- test/registries.test.ts test/engine/rules/${name}.test.ts test/content/boards.test.ts`,
    ],
  });
};
