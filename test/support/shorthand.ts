import { parseScenario, type Scenario } from '#model/scenario/action.ts';
import { type Layout, parseLayout } from '#model/layout/layout.ts';
import type { LogEntry } from '#model/scenario/log.ts';
import type { Parsed } from '#model/parse/problem.ts';
import type { SimulationResult } from '#model/scenario/result.ts';
import { RUN_MODES, RUN_SOURCES } from '#model/scenario/run.ts';
import type { Observer } from '#engine/rules/rule.ts';
import { simulate } from '#engine/simulate/simulate.ts';

/** A layout as it may be written: plain data, not yet parsed. */
export type Plain = Record<string, unknown>;

/** Words after `name:` that stand for fields of a workspace. */
const FLAGS: Record<string, Plain> = {
  auto_apply: { auto_apply: true },
  auto_apply_run_trigger: { auto_apply_run_trigger: true },
  auto: { auto_apply: true, auto_apply_run_trigger: true },
  agent: { execution_mode: 'agent' },
  local: { execution_mode: 'local' },
  locked: { locked: true },
  no_state: { has_state: false },
  no_configuration: { has_configuration: false },
  no_changes: { plan: 'no_changes' },
  plan_auto: { plan: 'auto' },
  plan_errors: { plan: 'errors' },
  apply_errors: { apply: 'errors' },
  cost: { cost_estimation: true },
};

type PlainWorkspace = Plain & { outputs: Plain[]; reads: Plain[]; remote_state_consumer_ids: string[] };

interface Written {
  workspaces: Map<string, PlainWorkspace>;
  run_triggers: Plain[];
  teams: Plain[];
}

/**
 * A layout in a line. Statements end with `;` or a new line:
 * `a, b` names workspaces; `a -> b -> c` makes triggers; `app reads network.vpc` (`through tfe_outputs`) makes a
 * read and declares the output; `network shares app`, `network shares everyone`; `app: auto_apply, no_changes` sets
 * flags; `team ops: app=write, network=read, override` grants access. A workspace is created where it is first named,
 * in acme unless written `zeta/app`.
 * @param workspaces fields by name, over what the text says
 * @param rest fields of the layout itself
 */
export function plainLayout(text: string, workspaces: Record<string, Plain> = {}, rest: Plain = {}): Plain {
  const written: Written = { workspaces: new Map(), run_triggers: [], teams: [] };
  for (const statement of text.split(/[;\n]/).map((part) => part.trim())) {
    if (statement !== '') readStatement(written, statement);
  }
  for (const [name, fields] of Object.entries(workspaces)) Object.assign(place(written, name), fields);
  const names = [...written.workspaces.keys()].map((name) =>
    name.includes('/') ? name.split('/')[0] : 'acme',
  );
  return {
    version: 1,
    organizations: [...new Set(names.length === 0 ? ['acme'] : names)].map((name) => ({ name })),
    workspaces: [...written.workspaces.values()],
    run_triggers: written.run_triggers,
    teams: written.teams,
    ...rest,
  };
}

/** As `plainLayout`, parsed; throws where the text makes no layout. */
export function layout(text: string, workspaces: Record<string, Plain> = {}, rest: Plain = {}): Layout {
  const parsed = parseLayout(plainLayout(text, workspaces, rest));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

function place(written: Written, name: string): PlainWorkspace {
  const known = written.workspaces.get(name);
  if (known !== undefined) return known;
  const [organization = 'acme', own = ''] = name.includes('/') ? name.split('/') : ['acme', name];
  const made: PlainWorkspace = {
    name: own,
    organization,
    outputs: [],
    reads: [],
    remote_state_consumer_ids: [],
  };
  written.workspaces.set(name, made);
  return made;
}

function readStatement(written: Written, statement: string): void {
  const team = /^team ([\w-]+):(.*)$/.exec(statement);
  if (team !== null) return readTeam(written, team[1] ?? '', team[2] ?? '');
  const read = /^(\S+) reads (\S+)\.([\w-]+)(?: through (\w+))?$/.exec(statement);
  if (read !== null) {
    const [, reader = '', source = '', output = '', via = 'terraform_remote_state'] = read;
    const { outputs } = place(written, source);
    if (!outputs.some((o) => o['name'] === output)) outputs.push({ name: output });
    place(written, reader).reads.push({ workspace: source, output, via });
    return;
  }
  const share = /^(\S+) shares (\S+)$/.exec(statement);
  if (share !== null) {
    const source = place(written, share[1] ?? '');
    if (share[2] === 'everyone') source['global_remote_state'] = true;
    else source.remote_state_consumer_ids.push(share[2] ?? '');
    return;
  }
  const flagged = /^(\S+): *(.*)$/.exec(statement);
  if (flagged !== null) {
    const workspace = place(written, flagged[1] ?? '');
    for (const flag of (flagged[2] ?? '').split(/, */)) {
      const fields = FLAGS[flag];
      if (fields === undefined) throw new Error(`no flag ${flag}`);
      Object.assign(workspace, fields);
    }
    return;
  }
  const steps = statement.split('->').map((part) => part.trim().split(/, */));
  for (const name of steps.flat()) {
    if (!/^[\w/-]+$/.test(name)) throw new Error(`cannot read ${JSON.stringify(statement)}`);
    place(written, name);
  }
  for (const [i, sources] of steps.entries()) {
    for (const sourceable of sources)
      for (const workspace of steps[i + 1] ?? []) written.run_triggers.push({ sourceable, workspace });
  }
}

function readTeam(written: Written, name: string, grants: string): void {
  const workspace_access: Plain[] = [];
  const organization_access: Plain = {};
  for (const grant of grants.split(',').map((part) => part.trim())) {
    const [workspace = '', access] = grant.split('=');
    if (access !== undefined) workspace_access.push({ workspace, access });
    else if (grant === 'override') organization_access['manage_policy_overrides'] = true;
    else if (grant !== '') throw new Error(`no grant ${grant}`);
  }
  written.teams.push({ name, workspace_access, organization_access });
}

const VERBS: Record<string, string> = {
  start: 'start_run',
  confirm: 'confirm',
  discard: 'discard',
  cancel: 'cancel',
  override: 'override_policy',
  lock: 'lock',
  unlock: 'unlock',
  link: 'create_run_trigger',
  unlink: 'delete_run_trigger',
};

/**
 * An action in words: `start app vcs plan_only`, `confirm run-2 as ops`, `lock app at 10`, `link network app`; data is
 * taken as it is.
 */
export function plainAction(given: string | Plain): Plain {
  if (typeof given !== 'string') return given;
  const words = given.split(/\s+/);
  const verb = words.shift() ?? '';
  const type = VERBS[verb];
  if (type === undefined) throw new Error(`no action ${given}`);
  const action: Plain = { type };
  const subject = words.shift() ?? '';
  if (verb === 'link' || verb === 'unlink') {
    action['sourceable'] = subject;
    action['workspace'] = words.shift();
  } else action[/^run-\d+$/.test(subject) ? 'run' : 'workspace'] = subject;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === 'as') action['as'] = words.shift();
    else if (word === 'at') action['at'] = Number(words.shift());
    else if (word === 'auto_approve') action['auto_approve'] = true;
    else if (RUN_SOURCES.some((source) => source === word)) action['source'] = word;
    else if (RUN_MODES.some((mode) => mode === word)) action['mode'] = word;
    else throw new Error(`cannot read ${word} in ${given}`);
  }
  return action;
}

/** The action `set`, which is too rich for words. */
export const set = (workspace: string, settings: Plain, more: Plain = {}): Plain => ({
  type: 'set',
  workspace,
  settings,
  ...more,
});

/** Parses a layout and actions as the command line would; throws where they have problems. */
export function scenario(given: Layout | Plain, actions: readonly (string | Plain)[]): Scenario {
  const parsed = readScenario(given, actions);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

export const readScenario = (given: object, actions: readonly (string | Plain)[]): Parsed<Scenario> =>
  parseScenario({ layout: writable(given), actions: actions.map(plainAction) });

/** A parsed layout as one may write it: `project: null` of a workspace is written by leaving it out. */
function writable(given: object): Plain {
  return JSON.parse(
    JSON.stringify(given, (key, value) => (key === 'project' && value === null ? undefined : value)),
  );
}

export interface Outcome {
  scenario: Scenario;
  result: SimulationResult;
  log: LogEntry[];
  /** The whole result, a line for each thing in it. */
  summary: string[];
  /** A run's statuses with their seconds: `pending 0, planning 0, planned 20`. */
  story(run: string): string;
  /** Everything that a run waited for: `confirmation 20, null 30`. */
  holds(run: string): string;
}

/** Simulates and throws on any problem. */
export function run(
  given: Layout | Plain,
  actions: readonly (string | Plain)[],
  observer: Observer | null = null,
): Outcome {
  const parsed = scenario(given, actions);
  const simulated = simulate(parsed, observer);
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  const { result, log } = simulated.value;
  const story = (id: string) => {
    const found = result.runs.find((r) => r.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found.statuses.map(({ status, at }) => `${status} ${at}`).join(', ');
  };
  const holds = (id: string) =>
    log
      .flatMap((entry) =>
        entry.kind === 'hold' && entry.run === id ? [`${entry.waiting_for} ${entry.at}`] : [],
      )
      .join(', ');
  return { scenario: parsed, result, log, summary: summaryOf(result), story, holds };
}

const short = (workspace: string): string => workspace.replace(/^acme\//, '');

/** Everything of a result but the seconds, a line each. */
function summaryOf(result: SimulationResult): string[] {
  return [
    ...result.runs.map((r) => {
      const cause = r.triggered_by === null ? '' : ` from ${r.triggered_by}`;
      const wait = r.waiting_for === null ? '' : ` waits for ${r.waiting_for}`;
      const rule = r.rule === null ? '' : ` by ${r.rule}`;
      return `${r.id} ${short(r.workspace)}${cause}: ${r.status}${wait}${rule}`;
    }),
    ...result.not_queued.map((n) => `${n.run} -/-> ${short(n.workspace)}: ${n.rule}`),
    ...result.rejections.map(
      (r) => `${r.action === null ? 'layout' : `action ${r.action}`} refused: ${r.rule}`,
    ),
    ...result.stale.map((s) => `stale: ${short(s.workspace)} read ${short(s.sourceable)}`),
  ];
}
