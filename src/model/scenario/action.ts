import * as z from 'zod/mini';
import { givenSettings, type Layout, readLayout, settableFields } from '../layout/layout.ts';
import { joinPath, type Parsed, type Problem } from '../parse/problem.ts';
import { checkTeam, type Names, namesOf, resolveWorkspace } from '../layout/names.ts';
import { checkWorkspaceLists, resolveSettings } from '../layout/namedThings.ts';
import { RUN_MODES, RUN_SOURCES } from './run.ts';
import {
  bool,
  choice,
  nonEmpty,
  parseWith,
  record,
  reference,
  repaired,
  unknownKey,
  wholeFrom,
} from '../parse/schema.ts';

/** Every action, in the order of the contract. */
export const ACTION_TYPES = [
  'start_run',
  'confirm',
  'discard',
  'cancel',
  'override_policy',
  'lock',
  'unlock',
  'create_run_trigger',
  'delete_run_trigger',
  'set',
] as const;
export type ActionType = (typeof ACTION_TYPES)[number];
/** The actions that somebody performs by hand. */
export const BY_HAND = [
  'start_run',
  'confirm',
  'discard',
  'cancel',
  'override_policy',
  'lock',
  'unlock',
] as const satisfies readonly ActionType[];

const common = { at: z.optional(wholeFrom(0)), as: z.optional(nonEmpty) };
const runTarget = { workspace: z.optional(reference), run: z.optional(nonEmpty) };
const edge = { sourceable: reference, workspace: reference };

export const ACTION_FORMS = {
  start_run: record({
    type: z.literal('start_run'),
    workspace: reference,
    source: choice(RUN_SOURCES, 'tfe-ui'),
    mode: choice(RUN_MODES, 'standard'),
    auto_approve: bool(false),
    ...common,
  }),
  confirm: record({ type: z.literal('confirm'), ...runTarget, ...common }),
  discard: record({ type: z.literal('discard'), ...runTarget, ...common }),
  cancel: record({ type: z.literal('cancel'), ...runTarget, ...common }),
  override_policy: record({ type: z.literal('override_policy'), ...runTarget, ...common }),
  lock: record({ type: z.literal('lock'), workspace: reference, ...common }),
  unlock: record({ type: z.literal('unlock'), workspace: reference, ...common }),
  create_run_trigger: record({ type: z.literal('create_run_trigger'), ...edge, ...common }),
  delete_run_trigger: record({ type: z.literal('delete_run_trigger'), ...edge, ...common }),
  set: record({
    type: z.literal('set'),
    workspace: reference,
    settings: record(givenSettings),
    ...common,
  }),
};

export type Action = { [K in ActionType]: z.output<(typeof ACTION_FORMS)[K]> }[ActionType];
export type ActionOf<K extends ActionType> = Extract<Action, { type: K }>;
/** The settings of an action `set`: only the fields that were given. */
export type Settings = ActionOf<'set'>['settings'];

/** A layout and what is done in it: the whole input of a simulation. */
export interface Scenario {
  layout: Layout;
  actions: Action[];
}

/** Fields of a workspace that no action can set, with the reason. */
const FIXED: Readonly<Record<string, string>> = {
  name: 'is the identity of a workspace',
  organization: 'is the identity of a workspace',
  project: 'stays as the layout has it',
  locked: 'is changed by the actions lock and unlock',
  has_state: 'follows from the runs',
};

/** The keys under which an action may name its type; `type` is the one that is printed. */
const TYPE_KEYS = ['type', 'action', 'do'] as const;

/** Reads a file of `{ layout, actions }`, plain data already parsed from JSON or YAML. */
export function parseScenario(input: unknown): Parsed<Scenario> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { ok: false, problems: [{ path: '', message: 'must be a mapping with layout and actions' }] };
  }
  const problems: Problem[] = [];
  for (const key of Object.keys(input)) {
    if (key === 'layout' || key === 'actions') continue;
    problems.push({ path: joinPath('', key), message: unknownKey(key, ['layout', 'actions']) });
  }
  const given: { layout?: unknown; actions?: unknown } = input;
  const read = Object.hasOwn(input, 'layout')
    ? readLayout(given.layout, 'layout')
    : { layout: null, problems: [{ path: 'layout', message: 'is missing, must be a mapping' }] };
  // Not `push(...)`: a broken file may have more problems than a call takes arguments.
  for (const problem of read.problems) problems.push(problem);
  const actions = parseActions(given.actions === undefined ? [] : given.actions, read.layout);
  if (!actions.ok) for (const problem of actions.problems) problems.push(problem);
  if (problems.length > 0 || read.layout === null || !actions.ok) return { ok: false, problems };
  return { ok: true, value: { layout: read.layout, actions: actions.value } };
}

/**
 * Reads a list of actions. Every workspace is written `organization/name` in the value.
 * @param layout null where the layout itself could not be read: references are then not checked
 */
export function parseActions(input: unknown, layout: Layout | null, base = 'actions'): Parsed<Action[]> {
  if (!Array.isArray(input)) {
    return { ok: false, problems: [{ path: base, message: 'must be a list of actions' }] };
  }
  const names = layout === null ? null : namesOf(layout);
  const problems: Problem[] = [];
  const value: Action[] = [];
  for (const [i, item] of input.entries()) {
    const parsed = parseAction(item, names, joinPath(base, i));
    if (parsed.ok) value.push(parsed.value);
    else problems.push(...parsed.problems);
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function parseAction(input: unknown, names: Names | null, path: string): Parsed<Action> {
  const fail = (at: string, message: string): Parsed<Action> => ({
    ok: false,
    problems: [{ path: at, message }],
  });
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return fail(path, 'must be a mapping');
  const named = TYPE_KEYS.filter((key) => Object.hasOwn(input, key));
  const [typeKey] = named;
  if (typeKey === undefined)
    return fail(joinPath(path, 'type'), `is missing, must be one of ${ACTION_TYPES.join(', ')}`);
  if (named.length > 1)
    return fail(joinPath(path, named[1] ?? typeKey), `names the type a second time, beside ${typeKey}`);
  const type = ACTION_TYPES.find((known) => known === Reflect.get(input, typeKey));
  if (type === undefined) {
    return fail(
      joinPath(path, typeKey),
      `must be one of ${ACTION_TYPES.join(', ')}, not ${JSON.stringify(Reflect.get(input, typeKey)) ?? 'nothing'}`.slice(
        0,
        300,
      ),
    );
  }
  const { [typeKey]: _, ...rest } = input as Record<string, unknown>;
  const parsed: Parsed<Action> = parseWith(ACTION_FORMS[type], { ...rest, type }, path);
  if (parsed.ok) return names === null ? parsed : resolveAction(parsed.value, names, path);
  const problems = parsed.problems.map(explainFixed(path));
  const repair =
    names === null ? null : repaired(ACTION_FORMS[type], { ...rest, type }, /^(workspace|sourceable)$/);
  if (names === null || repair === null) return { ok: false, problems };
  const further = resolveAction(repair.value, names, path);
  if (further.ok) return { ok: false, problems };
  const touched = repair.touched.map((at) => `${path}.${at}`);
  return {
    ok: false,
    problems: [...problems, ...further.problems.filter((p) => !touched.some((at) => p.path.startsWith(at)))],
  };
}

/** A known field of a workspace that cannot be set is not "unknown": say why instead. */
function explainFixed(path: string): (problem: Problem) => Problem {
  const prefix = `${joinPath(path, 'settings')}.`;
  return (problem) => {
    const reason = problem.path.startsWith(prefix) ? FIXED[problem.path.slice(prefix.length)] : undefined;
    if (reason === undefined) return problem;
    return {
      path: problem.path,
      message: `cannot be set: it ${reason}; allowed are ${Object.keys(settableFields).join(', ')}`,
    };
  };
}

function resolveAction(action: Action, names: Names, path: string): Parsed<Action> {
  const problems: Problem[] = [];
  const report = (at: string, message: string) => {
    problems.push({ path: at, message });
  };
  const resolve = (name: string, field: string) =>
    resolveWorkspace(names, name, joinPath(path, field), report) ?? name;
  if (action.as !== undefined) checkTeam(names, action.as, joinPath(path, 'as'), report);

  let value: Action = action;
  switch (action.type) {
    case 'start_run':
      if (action.auto_approve && action.source !== 'cli') {
        report(joinPath(path, 'auto_approve'), 'must be left out unless source is cli (AA-04)');
      }
      value = { ...action, workspace: resolve(action.workspace, 'workspace') };
      break;
    case 'confirm':
    case 'discard':
    case 'cancel':
    case 'override_policy':
      if ((action.workspace === undefined) === (action.run === undefined)) {
        const both = action.run !== undefined;
        report(
          joinPath(path, both ? 'run' : 'workspace'),
          both
            ? 'must be left out where workspace is given: give one of them'
            : 'is missing, give workspace or run',
        );
      }
      if (action.workspace !== undefined)
        value = { ...action, workspace: resolve(action.workspace, 'workspace') };
      break;
    case 'create_run_trigger':
    case 'delete_run_trigger':
      value = {
        ...action,
        sourceable: resolve(action.sourceable, 'sourceable'),
        workspace: resolve(action.workspace, 'workspace'),
      };
      break;
    case 'set': {
      const workspace = resolve(action.workspace, 'workspace');
      const organization = workspace.split('/')[0] ?? '';
      const at = joinPath(path, 'settings');
      checkWorkspaceLists(action.settings, at, report);
      value = {
        ...action,
        workspace,
        settings: resolveSettings(names, action.settings, organization, at, report),
      };
      break;
    }
    case 'lock':
    case 'unlock':
      value = { ...action, workspace: resolve(action.workspace, 'workspace') };
      break;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}
